"""The demo, run once through the command line as a user runs it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from examples.command import run


@dataclass(frozen=True)
class Demo:
    """What a demo leaves behind, and says on standard error."""

    folder: Path
    said: str

    @property
    def run(self) -> dict[str, Any]:
        """The run."""
        made: dict[str, Any] = json.loads((self.folder / "run.json").read_text("utf-8"))
        return made

    @property
    def findings(self) -> list[bytes]:
        """The lines of run.json that hold a finding, as they stand there."""
        written = (self.folder / "run.json").read_bytes().splitlines()
        return [line.rstrip(b",") for line in written if line.lstrip().startswith(b'{"check":')]


def play(folder: Path, *options: str, **given: str) -> Demo:
    """Run the demo in a folder."""
    done = run("demo", "--out", "demo", *options, cwd=folder, given=given)
    return Demo(folder / "demo", done.stderr)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demo on the embedded engine."""
    return play(tmp_path_factory.mktemp("elsewhere"))
