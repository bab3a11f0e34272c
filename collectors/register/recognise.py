"""Says whether a path is a register."""

from __future__ import annotations

from pathlib import Path

ROLE = "facts"
_SUFFIXES = frozenset({".yaml", ".yml", ".csv", ".tsv", ".xlsx", ".ods"})


def recognises(path: Path, head: bytes) -> bool:
    """Say whether a file has the type of a register; what it holds the collector tells."""
    return bool(head) and path.suffix.lower() in _SUFFIXES


def parts(path: Path) -> list[Path]:
    """Nothing else is read with it."""
    return []
