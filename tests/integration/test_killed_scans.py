"""A scan that is ended from outside, at whatever moment: what stood before stands, and no process stays behind."""

from __future__ import annotations

import contextlib
import json
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.scans import assay, run_of, start, write_config

from assay.snapshot.reader import Snapshot

pytestmark = pytest.mark.xdist_group("integration-processes")

GOOD = {"name": "good", "collector": "register", "path": "good.yaml"}
OUT = ("scan", "-o", "out", "--only", "ENC-02.1", "-f", "json=out/report.json")


@pytest.fixture
def silent() -> Iterator[int]:
    """A port where somebody listens and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("done")
    bucket = {"id": "b", "name": "b", "provider": "aws_s3", "default_encryption": "sse_s3"}
    (folder / "good.yaml").write_text(json.dumps({"kind": "storage_bucket", "resources": [bucket]}))
    write_config(folder, [GOOD])
    assert assay(*OUT, folder=folder).code == 0
    return folder


@pytest.fixture
def folder(done: Path, tmp_path: Path) -> Path:
    """An estate with the result of an earlier scan."""
    return Path(shutil.copytree(done, tmp_path / "estate"))


def stuck(folder: Path, port: int, *options: str) -> subprocess.Popen[str]:
    """Start a scan and return it when it waits for the server that never answers."""
    dsn = f"host=127.0.0.1 port={port} user=nobody"
    source = {"name": "stuck", "collector": "postgresql", "dsn": dsn, "connect_timeout": 30}
    write_config(folder, [source, GOOD])
    process = start(*OUT, *options, folder=folder, TMPDIR=str(folder / "tmp"))
    await_(process, lambda: list((folder / "out").glob(".snapshot.*/*.spool")))
    return process


def await_(process: subprocess.Popen[str], happened: Callable[[], object], seconds: float = 20) -> None:
    """Wait until something has happened while a process runs."""
    deadline = time.monotonic() + seconds
    while not happened():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.01)


def content_of(folder: Path) -> dict[str, bytes]:
    """Return what a reader of the folder finds."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def children(pid: int) -> list[int]:
    """Return the processes that a process has started, and those that they have."""
    own: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*"):
        with contextlib.suppress(OSError):
            own += [int(child) for child in (task / "children").read_text().split()]
    return own + [below for child in own for below in children(child)]


def name_of(pid: int) -> str:
    """Return the name of a process; empty where it has ended."""
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def gone(pids: list[int], seconds: float = 5) -> bool:
    deadline = time.monotonic() + seconds
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def test_a_killed_scan_leaves_the_earlier_result_as_it_was(folder: Path, silent: int) -> None:
    before = content_of(folder / "out")
    process = stuck(folder, silent)
    process.kill()
    process.communicate()
    assert content_of(folder / "out") == before
    assert list((folder / "out").glob(".snapshot.*"))
    assert assay("audit", "out/snapshot", "--only", "ENC-02.1", folder=folder).code == 0
    write_config(folder, [GOOD])
    assert assay(*OUT, folder=folder).code == 0
    assert not list((folder / "out").glob(".*"))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda number: number.name)
def test_an_interrupted_scan_ends_at_once_in_one_line_and_leaves_nothing(
    number: signal.Signals, folder: Path, silent: int
) -> None:
    (folder / "tmp").mkdir()
    before = content_of(folder / "out")
    process = stuck(folder, silent)
    began = time.monotonic()
    process.send_signal(number)
    out, err = process.communicate(timeout=40)
    assert time.monotonic() - began < 5
    assert (process.returncode, out) == (130, "")
    assert err.splitlines()[-1] == "assay: interrupted"
    assert content_of(folder / "out") == before
    assert not list((folder / "out").glob(".*"))
    assert not list((folder / "tmp").iterdir())


@pytest.mark.parametrize("seconds", [0.15, 0.3, 0.45, 0.6])
def test_whenever_a_scan_is_killed_each_file_is_whole(seconds: float, folder: Path) -> None:
    process = start(*OUT, folder=folder)
    time.sleep(seconds)
    process.kill()
    process.communicate()
    assert Snapshot.open(folder / "out" / "snapshot").kinds == ["storage_bucket"]
    for name in ("run.json", "report.json"):
        assert run_of(folder / "out" / name).verdicts() == {("b", "ENC-02.1"): "pass"}


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM], ids=lambda number: number.name)
def test_no_process_outlives_a_scan_that_is_ended_while_it_judges(
    number: signal.Signals, folder: Path, opa: str
) -> None:
    process = start(*OUT, "--engine", "both", folder=folder)
    await_(process, lambda: "opa" in map(name_of, children(process.pid)))
    below = children(process.pid)
    process.send_signal(number)
    process.communicate()
    assert gone(below)


def test_no_process_outlives_a_scan_that_ends_by_itself(folder: Path, opa: str) -> None:
    process = start(*OUT, "--engine", "both", "-j", "2", folder=folder)
    seen: set[int] = set()
    while process.poll() is None:
        seen.update(children(process.pid))
        time.sleep(0.02)
    process.communicate()
    assert gone(list(seen), 0)
    assert len(seen) >= 2
