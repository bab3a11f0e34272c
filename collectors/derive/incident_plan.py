"""Derived facts of an incident plan: whether it is current, who stands behind it, what its team can do."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Record, View

from .incidents import skills, team
from .kleene import all_of
from .reached import day_reached, days_since_reached
from .reading import unread
from .statements import stated
from .terms import happened


def _is_current(plan: Record, view: View) -> object:
    """Say whether a plan is approved and not replaced; where nothing is read about that, it is not replaced."""
    replaced = happened(plan, "superseded_at", view)
    found = all_of(happened(plan, "approved_at", view), replaced is not True)
    return unread(plan, "approved_at") if found is None else found


def _days_since_looked_at(plan: Record, view: View) -> object:
    """Return the days since approval or review, the later of them; "none" where neither took place."""
    days = [days_since_reached(field).make(plan, view) for field in ("approved_at", "reviewed_at")]
    reached = [day for day in days if isinstance(day, int)]
    return min(reached) if reached else "none"


def _is_looking_known(plan: Record, view: View) -> bool:
    """Say whether approval and review were both read, so that no later one can be out of sight."""
    return all(isinstance(day_reached(plan, field, view), int | str) for field in ("approved_at", "reviewed_at"))


DERIVED: Derivations = {
    "is_current": Derivation(_is_current),
    "is_approved_by_someone": stated("approved_by_staff_id"),
    "days_since_looked_at": Derivation(_days_since_looked_at),
    "is_looking_known": Derivation(_is_looking_known),
    "days_since_contacts_verified": days_since_reached("contacts_verified_at"),
    **team.DERIVED,
    **skills.DERIVED,
}
