"""Three-valued logic: None stands for what cannot be said, because something that decides was not read."""

from __future__ import annotations


def all_of(*values: bool | None) -> bool | None:
    """Return whether all hold: one that does not hold decides, whatever could not be read."""
    if False in values:
        return False
    return None if None in values else True


def any_of(*values: bool | None) -> bool | None:
    """Return whether one holds: one that holds decides, whatever could not be read."""
    if True in values:
        return True
    return None if None in values else False
