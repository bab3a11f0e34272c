"""Derived facts of a destruction record: whether it was carried out, when, and how long it has been due."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Record, View

from .reading import age_of, unread


def _is_done(record: Record, _: View) -> object:
    """Say that the disposal was carried out; a date that lies ahead is a plan."""
    if "executed_at" not in record:
        return unread(record, "executed_at")
    age = record["days_since_executed"]
    return isinstance(age, int) and age >= 0


DERIVED: Derivations = {
    "days_since_executed": age_of("executed_at"),
    "days_since_due": age_of("due_at"),
    "is_done": Derivation(_is_done),
}
