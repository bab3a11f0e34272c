"""`python -m benchmarks.audit [RESOURCES]`: an audit against the bare interpreter, and two workers against one.

Claims: on one core at most 1.5 times the bare interpreter on the same batches; the parent under 300 MB; two
workers at least 1.6 times as fast as one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from assay.loading import Content, load
from benchmarks import bare, estate


def main() -> None:
    """Generate, measure each thing so many times in turn, print ratios of the least disturbed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as folder:
        content = load()
        snapshot = Path(folder) / "snapshot"
        estate.write(snapshot, content, count)
        core = {min(os.sched_getaffinity(0))}
        alone: list[float] = []
        pinned: list[float] = []
        single: list[float] = []
        double: list[float] = []
        parent: list[int] = []
        verdicts = 0
        for _ in range(rounds):
            seconds, verdicts = _bare(snapshot, content, core)
            alone.append(seconds)
            pinned.append(_audit(snapshot, 1, core)[0])
            for times, jobs in ((single, 1), (double, 2)):
                seconds, peak = _audit(snapshot, jobs, None)
                times.append(seconds)
                parent.append(peak)
    print(f"{count:,} resources, {len(content.catalogue.checks)} checks, {verdicts:,} verdicts, best of {rounds}")
    print(f"bare interpreter, one core        {verdicts / min(alone):>10,.0f} verdicts a second")
    print(f"audit / bare, one core            {min(pinned) / min(alone):>10.2f}   (claim: at most 1.5)")
    print(f"one worker / two workers          {min(single) / min(double):>10.2f}   (claim: at least 1.6)")
    print(f"parent, peak memory               {max(parent) / 1e6:>10.0f} MB (claim: under 300)")


def _audit(snapshot: Path, jobs: int, cores: set[int] | None) -> tuple[float, int]:
    """Run the command as a user would; returns seconds and the parent's peak memory in bytes."""
    run = snapshot.parent / "run.json"
    written = ["-o", str(run), "-f", f"ndjson={run}.ndjson", "-q", "-j", str(jobs)]
    command = [sys.executable, "-m", "benchmarks.timed", "audit", str(snapshot), *written]
    pin = ["taskset", "-c", ",".join(map(str, sorted(cores)))] if cores else []
    began = time.perf_counter()
    done = subprocess.run([*pin, *command], check=True, capture_output=True)
    return time.perf_counter() - began, int(done.stdout.split()[-1])


def _bare(snapshot: Path, content: Content, cores: set[int]) -> tuple[float, int]:
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        return bare.seconds(snapshot, content)
    finally:
        os.sched_setaffinity(0, before)


if __name__ == "__main__":
    main()
