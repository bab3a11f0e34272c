"""Scans an estate as a user does, by the command line; or inside this process, where many are needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from assay import config as configuration
from assay.audit import Options, audit
from assay.collect import collect
from assay.selection import Selection
from assay.snapshot.reader import Snapshot

from .judging import AS_OF, content

ROOT = Path(__file__).parents[2]
SECONDS = 60
"""How long a command may take."""


@dataclass(frozen=True)
class Ended:
    """A command that has ended."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Judged:
    """The result of a scan."""

    head: Mapping[str, Any]
    findings: Sequence[Mapping[str, Any]]

    def verdicts(self) -> dict[tuple[str, str], str]:
        """Return (resource, check) to verdict."""
        return {(one["resource"], one["check"]): one["verdict"] for one in self.findings}


def write_config(folder: Path, sources: Sequence[Mapping[str, Any]], **more: object) -> None:
    """Write the `assay.yaml` of an invented company."""
    values = {"estate": "Invented", "timezone": "Asia/Shanghai", "sources": list(sources), **more}
    (folder / "assay.yaml").write_text(yaml.safe_dump(values, allow_unicode=True), "utf-8")


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return an environment that holds nothing of the machine but its programs."""
    kept = {name: os.environ[name] for name in ("PATH", "ASSAY_OPA") if name in os.environ}
    own = {"HOME": str(folder), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "AWS_EC2_METADATA_DISABLED": "true"}
    return kept | own | more


def start(*arguments: str, folder: Path, **variables: str) -> subprocess.Popen[str]:
    """Start `assay` in a folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "assay", *arguments],
        cwd=folder,
        env=environment(folder, **variables),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def assay(*arguments: str, folder: Path, **variables: str) -> Ended:
    """Run `assay` in a folder and wait for its end."""
    with start(*arguments, folder=folder, **variables) as process:
        try:
            out, err = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
    return Ended(process.returncode, out, err)


def scan(folder: Path, only: Sequence[str] = ()) -> Judged:
    """Collect and audit inside this process."""
    config = configuration.load(folder / "assay.yaml")
    collectors = configuration.check_sources(config, content())
    collect(config, content(), collectors, folder / "snapshot", AS_OF)
    with audit(Snapshot.open(folder / "snapshot"), content(), Options(Selection(only=only))) as run:
        return Judged(run.head, list(run.findings()))


def run_of(path: Path) -> Judged:
    """Return a run that the command line wrote."""
    document = json.loads(path.read_text("utf-8"))
    return Judged(document, document["findings"])
