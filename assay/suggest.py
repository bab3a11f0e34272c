"""The nearest known name for one that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like this one, or None where none is alike."""
    folded = {item.casefold(): item for item in known}
    found = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """Say that a name is not known, with the nearest one or the whole short list."""
    names = sorted(known)
    near = nearest(name, names)
    if near is not None:
        return f"unknown {what} {name!r}; did you mean {near!r}?"
    shown = ", ".join(names[:12]) + (", ..." if len(names) > 12 else "")
    return f"unknown {what} {name!r}; known: {shown or 'none'}"
