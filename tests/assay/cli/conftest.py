"""Runs the command line inside this process, errors and exit codes included."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.judging import content
from support.widgets import resource, snapshot

from assay.cli import main


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str


Assay = Callable[..., Outcome]


@pytest.fixture
def assay(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Assay:
    """Run `assay` with these arguments in a folder of the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("signal.signal", lambda number, handler: None)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "ASSAY_OPA_TOKEN"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object) -> Outcome:
        capfd.readouterr()
        monkeypatch.setattr(sys, "argv", ["assay", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        captured = capfd.readouterr()
        assert isinstance(ended.value.code, int)
        return Outcome(ended.value.code, captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def open_bucket(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A snapshot of one bucket that everybody may read, and of one of which nothing could be read."""
    given = [
        resource("open", default_encryption="none", policy_public=True),
        resource("dark", unread={"default_encryption": "denied"}),
    ]
    return snapshot(tmp_path_factory.mktemp("open") / "s", content(), {"storage_bucket": given}).folder


@pytest.fixture(scope="session")
def dark_bucket(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A snapshot of one bucket of which nothing could be read."""
    given = [resource("dark", unread={"default_encryption": "denied"})]
    return snapshot(tmp_path_factory.mktemp("dark") / "s", content(), {"storage_bucket": given}).folder
