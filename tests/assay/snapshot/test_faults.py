"""A snapshot that is interrupted: a kill or a full disk leaves the earlier one, or the new one, never half."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.widgets import TAKEN_AT, resource, snapshot

from assay.loading import Content
from assay.snapshot.reader import Snapshot
from assay.snapshot.writer import SnapshotWriter

# Runs in a process of its own, since each try is a fork that kills itself or may write no more.
DRIVER = """
import json, os, resource, shutil, signal, sys
from pathlib import Path

from assay.collector import Resource
from assay.errors import AssayError
from assay.snapshot.writer import SnapshotWriter

folder, mode = Path(sys.argv[1]), sys.argv[2]
schemas = json.loads((folder / "schemas.json").read_text())
header = {"estate": "A shop", "taken_at": "2026-11-21T04:00:00Z", "settings": {"timezone": "Asia/Shanghai"}}
STEPS = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.scandir", "ctypes.dlsym")


def kill_at(nth):
    left = [nth]

    def count(event, arguments):
        if event in STEPS:
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def attempt(target, limit):
    if mode == "full":
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    with SnapshotWriter(target, header, schemas) as writer:
        source = writer.source("shop", "shelf", "observed")
        for number in range(90):
            source.resource("widget", Resource(f"new {number}", "n", {"email": "x" * 100}))
        source.read("a:List", "shop", "ok")
        if mode == "kill":
            kill_at(limit)
        writer.commit()


def forked(target, limit):
    child = os.fork()
    if not child:
        try:
            attempt(target, limit)
        except AssayError as error:
            print(error, flush=True)
            os._exit(error.exit_code)
        except BaseException as error:
            print(repr(error), flush=True)
            os._exit(99)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


for limit in json.loads(sys.argv[3]):
    target = shutil.copytree(folder / "old", folder / str(limit) / "s")
    code = forked(target, limit)
    print(json.dumps({"folder": str(target.parent), "code": code}), flush=True)
"""


def _attempts(folder: Path, content: Content, mode: str, limits: list[int]) -> Iterator[tuple[int, str, list[str]]]:
    """Try to replace a snapshot once for each limit.

    Yields (exit code, which of the two stands, with every digest right, and what else lies in its folder).
    """
    snapshot(folder / "old", content, {"widget": [resource("old", size=1)]})
    (folder / "schemas.json").write_text(json.dumps(content.schemas))
    command = [sys.executable, "-c", DRIVER, str(folder), mode, json.dumps(limits)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            told = json.loads(line)
            beside = sorted(path.name for path in Path(told["folder"]).iterdir() if path.name != "s")
            yield told["code"], _standing(Path(told["folder"]) / "s"), beside
        else:
            assert line.endswith("/s: cannot be written: File too large")


def _standing(folder: Path) -> str:
    with Snapshot.open(folder).path("widget").open("rb") as lines:
        return "new" if len(list(lines)) == 90 else "old"


def test_a_kill_at_any_step_of_the_commit_leaves_the_old_snapshot_or_the_new_one(
    tmp_path: Path, widgets: Content
) -> None:
    seen = [(code, standing) for code, standing, _ in _attempts(tmp_path, widgets, "kill", list(range(42)))]
    killed = [standing for code, standing in seen if code == -9]
    assert killed == sorted(killed, reverse=True), "first the old one stands, then the new one"
    assert {"old", "new"} == set(killed)
    assert seen[-1] == (0, "new"), "the last try has to come through, or not every step was tried"


def test_what_a_killed_run_left_behind_goes_with_the_next_one(tmp_path: Path, widgets: Content) -> None:
    ((code, _, beside),) = _attempts(tmp_path, widgets, "kill", [3])
    assert (code, len(beside)) == (-9, 1)
    snapshot(tmp_path / "3/s", widgets, {"widget": [resource("next", size=1)]})
    assert [path.name for path in (tmp_path / "3").iterdir()] == ["s"]


def test_two_runs_at_once_leave_each_other_alone(tmp_path: Path, widgets: Content) -> None:
    header = {"estate": "A shop", "taken_at": TAKEN_AT, "settings": {"timezone": "Asia/Shanghai"}}
    with SnapshotWriter(tmp_path / "s", header, widgets.schemas) as slow:
        slow.source("shop", "shelf", "observed").resource("widget", resource("slow", size=1))
        snapshot(tmp_path / "s", widgets, {"person": [resource("quick", level=1)]})
        slow.commit()
    assert Snapshot.open(tmp_path / "s").kinds == ["widget"]


@pytest.mark.parametrize("limit", [0, 1000, 5000, 9000])
def test_a_full_disk_leaves_the_old_snapshot_and_nothing_beside_it(
    tmp_path: Path, widgets: Content, limit: int
) -> None:
    assert list(_attempts(tmp_path, widgets, "full", [limit])) == [(4, "old", [])]
