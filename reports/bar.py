"""A bar of shares, as geometry: every share that is not nothing can be seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WIDTH = 1000
SMALLEST = 6


@dataclass(frozen=True)
class Part:
    """One part of the bar, in thousandths of its width."""

    name: str
    start: int
    width: int


def bar(counts: Mapping[str, int]) -> list[Part]:
    """Divide the bar among the counts in their order; the largest part makes room for the smallest."""
    total = sum(counts.values())
    widths = {name: max(SMALLEST, WIDTH * count // total) for name, count in counts.items() if count}
    if widths:
        widths[max(widths, key=widths.__getitem__)] += WIDTH - sum(widths.values())
    parts, start = [], 0
    for name, width in widths.items():
        parts.append(Part(name, start, width))
        start += width
    return parts
