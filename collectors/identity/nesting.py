"""Groups within groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def reached(start: Iterable[str], above: Callable[[str], Iterable[str]]) -> set[str]:
    """Return all groups that one comes to from some, each once: a circle of groups ends where it began."""
    open_ends, found = [*start], set[str]()
    while open_ends:
        name = open_ends.pop()
        if name not in found:
            found.add(name)
            open_ends += above(name)
    return found
