"""`python -m benchmarks.gate [ROUNDS]`: the gate on Terraform plans, against other tools where they are installed.

Claims, with every check on: a one-bucket plan under 0.6 s from a cold start; 500 resources under 1.0 s; 5,000 under
5 s and 400 MB for all processes together; at least 6 (500) and 15 times (5,000) as fast as checkov on the same plan;
faster than c7n-left with three policies on the same code. `CHECKOV` and `C7N_LEFT` name their programs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import plans

SIZES = (1, 500, 5000)
POLICIES = """policies:
  - {name: bucket-tags, resource: terraform.aws_s3_bucket, filters: [{"tag:env": absent}]}
  - {name: database-storage, resource: terraform.aws_db_instance, filters: [{storage_encrypted: false}]}
  - {name: key-rotation, resource: terraform.aws_kms_key, filters: [{enable_key_rotation: false}]}
"""


def main() -> None:
    """Run every tool on every size, in turn, and print the least disturbed figures and their ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in SIZES:
            here = folder / str(size)
            (here / "code").mkdir(parents=True)
            plans.write(here / "plan.json", size)
            plans.write_hcl(here / "code" / "main.tf", size)
            (here / "policies").mkdir()
            (here / "policies" / "three.yaml").write_text(POLICIES)
            best: dict[str, tuple[float, float]] = {}
            for _ in range(rounds):
                for tool, command in _commands(here).items():
                    seconds, peak = measured(command, here)
                    best[tool] = min(best.get(tool, (seconds, peak)), (seconds, peak))
            own = best["assay"][0]
            for tool, (seconds, peak) in best.items():
                print(
                    f"{size:>5} resources  {tool:<9} {seconds:7.2f} s {peak / 1e6:7.0f} MB  {seconds / own:6.1f} times"
                )


def _commands(here: Path) -> dict[str, Sequence[str]]:
    commands: dict[str, Sequence[str]] = {
        "assay": [sys.executable, "-m", "assay", "gate", "plan.json", "-f", "json=run.json"]
    }
    if "CHECKOV" in os.environ:
        commands["checkov"] = [
            os.environ["CHECKOV"],
            "-f",
            "plan.json",
            "--framework",
            "terraform_plan",
            "--compact",
            "-o",
            "json",
        ]
    if "C7N_LEFT" in os.environ:
        commands["c7n-left"] = [os.environ["C7N_LEFT"], "run", "-d", "code", "-p", "policies", "-o", "json"]
    return commands


def measured(command: Sequence[str], here: Path) -> tuple[float, float]:
    """Run a command; returns its seconds and the most memory that it and its children held together, in bytes."""
    began = time.perf_counter()
    with (here / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=here, stdout=log, stderr=log)
        peak = [0.0]
        watcher = threading.Thread(target=_watch, args=(process, peak))
        watcher.start()
        process.wait()
    seconds = time.perf_counter() - began
    watcher.join()
    return seconds, peak[0]


def _watch(process: subprocess.Popen[bytes], peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(_memory(pid) for pid in _family(process.pid)))
        time.sleep(0.1)  # reading it holds up the process that is read


def _family(pid: int) -> list[int]:
    """Return a process with its descendants."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        children = []
    return [pid, *(one for child in children for one in _family(int(child)))]


def _memory(pid: int) -> float:
    """Return the memory that is a process's own, shared pages by their share."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    return float(next(line.split()[1] for line in text.splitlines() if line.startswith("Pss:"))) * 1024


if __name__ == "__main__":
    main()
