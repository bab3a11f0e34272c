"""An interrupted run ends at once with 130, ends its workers, and leaves what was there before."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.widgets import SIZED, SmallPack, resource, snapshot

from assay.loading import load

ROOT = Path(__file__).parents[3]
HANGS = SIZED.replace(
    "widget.size >",
    "count([1 | some a in numbers.range(1, 100000); some b in numbers.range(1, 100000); a + b < 0]) == 0\n"
    "\twidget.size >",
)


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """An audit that never ends by itself."""
    folder = tmp_path_factory.mktemp("endless")
    pack = SmallPack(folder / "ours")
    pack.kind("widget")
    pack.policy("widgets.hangs", HANGS)
    pack.check("WID-01.1", "widgets.hangs")
    taken = snapshot(folder / "s", load([pack.root]), {"widget": [resource("w", size=1)]})
    return ["audit", str(taken.folder), "--pack", str(pack.root), "--only", "WID-01.1"]


def _descendants(session: int) -> list[str]:
    """Return the command lines of the processes of a session."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            # The session is the fourth field after the name, which may hold anything and ends in a bracket.
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session and fields[0] != "Z":
                found.append((entry / "cmdline").read_text())
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("wait", [0, 0.5], ids=["while a worker starts", "while it judges"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_with_130_and_leaves_nothing_behind(
    endless: list[str], own_cache: Path, tmp_path: Path, number: signal.Signals, wait: float
) -> None:
    (tmp_path / "run.json").write_text("earlier")
    where = {"PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(own_cache), "PYTHONPATH": str(ROOT)}
    where |= {"TMPDIR": str(tmp_path / "scratch")}
    (tmp_path / "scratch").mkdir()
    command = [sys.executable, "-m", "assay", *endless, "-o", str(tmp_path / "run.json")]
    with subprocess.Popen(
        command, env=where, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            deadline = time.monotonic() + 20
            while len(_descendants(process.pid)) < 2 and time.monotonic() < deadline:
                time.sleep(0.05)
            time.sleep(wait)
            process.send_signal(number)
            out, err = process.communicate(timeout=10)
        finally:
            left = _descendants(process.pid)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    assert left == []
    assert (process.returncode, out, err.strip()) == (130, "", "assay: interrupted")
    assert (tmp_path / "run.json").read_text() == "earlier"
    assert list((tmp_path / "scratch").iterdir()) == []
