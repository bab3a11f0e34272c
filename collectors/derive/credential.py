"""Derived facts of a credential: when it was last used, how old it is and how long it lies idle."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Record, View

from .reading import age_of
from .terms import since


def _days_since(field: str) -> Derivation:
    """Make the days since a date, or since creation where it says "never"."""

    def make(credential: Record, view: View) -> object:
        days = since(credential, field, view)
        return since(credential, "created_at", view) if days == "never" else days

    return Derivation(make)


DERIVED: Derivations = {
    "days_since_last_used": age_of("last_used_at"),
    "age_days": _days_since("last_rotated_at"),
    "idle_days": _days_since("last_used_at"),
}
