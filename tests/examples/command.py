"""Runs `assay` as a user does, with nothing of the machine's own configuration."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
OWN = ("ASSAY_", "AWS_", "LANG", "LC_", "PG")


def run(
    *arguments: str | Path, cwd: Path = ROOT, given: Mapping[str, str] | None = None, code: int = 0
) -> subprocess.CompletedProcess[str]:
    """Return the outcome of a command that exits with `code`; `given` is added to the environment."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OWN)}
    kept |= {"PYTHONPATH": str(ROOT), "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": os.devnull}
    command = [sys.executable, "-m", "assay", *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, env=kept | dict(given or {}), capture_output=True, text=True, timeout=120)
    assert done.returncode == code, f"exit code {done.returncode}: {done.stderr}"
    return done
