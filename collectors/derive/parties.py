"""Who stands behind a record: the person or the vendor that one of its fields names."""

from __future__ import annotations

from assay.derive import Missing, Record, View

from .reading import fact, unread

UNREGISTERED = "unregistered"
"""An id that a register, read wholly, does not hold."""


def referred(record: Record, field: str, kind: str, view: View) -> Record | str | Missing:
    """Return the record that a field refers to, "none" where it says so, or `UNREGISTERED`."""
    if field not in record:
        return unread(record, field)
    if record[field] == "none":
        return "none"
    found = view.get(kind, record[field])
    if found is not None:
        return found
    return UNREGISTERED if view.complete(kind) else Missing("partial")


def standing(record: Record, field: str, kind: str, view: View) -> object:
    """Return the status of the party that a field names, "none" or `UNREGISTERED`."""
    party = referred(record, field, kind, view)
    return party if isinstance(party, str | Missing) else fact(party, "status")
