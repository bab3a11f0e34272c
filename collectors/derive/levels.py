"""The order of data levels: one scale for law, sector standard and access."""

from __future__ import annotations

from collections.abc import Iterable

LEVELS = ("none", "public", "internal", "personal", "sensitive", "important")

JUDGED_AS = "personal"
"""What a thing counts as while nobody has classified it."""


def highest(levels: Iterable[str]) -> str | None:
    """Return the highest of some levels, or None where there are none."""
    return max(levels, key=LEVELS.index, default=None)
