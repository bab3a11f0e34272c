"""`python -m benchmarks.audit [RESOURCES]`: an audit against the bare interpreter, and two workers against one.

Claims: on one core at most 1.5 times the bare interpreter on the same batches; the parent under 300 MB; two
workers at least 1.6 times as fast as one.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from assay.loading import load
from benchmarks import bare, estate


def main() -> None:
    """Generate, measure, print ratios."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        content = load()
        snapshot = Path(folder) / "snapshot"
        estate.write(snapshot, content, count)
        pinned = {min(os.sched_getaffinity(0))}
        alone, verdicts = _pinned(pinned, lambda: bare.seconds(snapshot, content))
        one, _ = _audit(snapshot, ["-j", "1"], pinned)
        single, parent = _audit(snapshot, ["-j", "1"], None)
        two, _ = _audit(snapshot, ["-j", "2"], None)
    print(f"{count:,} resources, {len(content.catalogue.checks)} checks, {verdicts:,} verdicts")
    print(f"bare interpreter, one core        {verdicts / alone:>10,.0f} verdicts a second")
    print(f"audit / bare, one core            {one / alone:>10.2f}   (claim: at most 1.5)")
    print(f"one worker / two workers          {single / two:>10.2f}   (claim: at least 1.6)")
    print(f"parent, peak memory               {parent / 1e6:>10.0f} MB (claim: under 300)")


def _audit(snapshot: Path, options: list[str], cores: set[int] | None) -> tuple[float, int]:
    """Run the command as a user would; returns seconds and the parent's peak memory in bytes."""
    run = snapshot.parent / "run.json"
    command = [sys.executable, "-m", "benchmarks.timed", str(snapshot), str(run), *options]
    began = time.perf_counter()
    done = subprocess.run(
        command, check=True, capture_output=True, preexec_fn=(lambda: os.sched_setaffinity(0, cores)) if cores else None
    )
    return time.perf_counter() - began, int(done.stdout.split()[-1])


def _pinned(cores: set[int], work):  # type: ignore[no-untyped-def]
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        return work()
    finally:
        os.sched_setaffinity(0, before)


__all__ = ["main", "resource"]

if __name__ == "__main__":
    main()
