"""Derived facts of a corrective action: its days, and by what it was verified."""

from __future__ import annotations

import re

from assay.derive import Derivation, Derivations, Missing, Record, View

from .reached import as_of_day, reached_day_of
from .reading import day_number_of, fact

_CHECK_ID = re.compile(r"[A-Z][A-Z0-9]*-[0-9]{2}\.[0-9]+")


def _by_check(action: Record, _: View) -> object:
    """Say whether the action names a check, by the form of its id."""
    named = fact(action, "verified_by_check_id")
    return named if isinstance(named, Missing) else _CHECK_ID.fullmatch(str(named)) is not None


def _by_other_person(action: Record, _: View) -> object:
    """Say whether a person other than the owner verified it."""
    person = fact(action, "verified_by_staff_id")
    if isinstance(person, Missing) or person == "none":
        return person if isinstance(person, Missing) else False
    owner = fact(action, "owner_staff_id")
    return owner if isinstance(owner, Missing) else person != owner


DERIVED: Derivations = {
    "as_of_day": as_of_day,
    "due_day": day_number_of("due_at"),
    "closed_day": reached_day_of("closed_at"),
    "verified_day": reached_day_of("verified_at"),
    "is_verified_by_check": Derivation(_by_check),
    "is_verified_by_other_person": Derivation(_by_other_person),
}
