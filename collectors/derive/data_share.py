"""Derived facts of a sharing of data: whether somebody approved it, and whether it goes on."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Missing, Record, View

from .kleene import all_of
from .moments import days_since
from .reading import fact, is_date, moment

_WITHOUT_END = ("ongoing", "one_off")


def _is_approved(share: Record, view: View) -> object:
    """Say that it has an approver, and a day of approval that is reached."""
    approver, day = fact(share, "approved_by_staff_id"), moment(share, "approved_at")
    answer = all_of(
        None if isinstance(approver, Missing) else approver != "none",
        None if isinstance(day, Missing) else is_date(day) and days_since(day, view) >= 0,
    )
    if answer is None:
        return next(why for why in (approver, day) if isinstance(why, Missing))
    return answer


def _is_running(share: Record, view: View) -> object:
    if share.get("ends_at") in _WITHOUT_END:
        return True
    day = moment(share, "ends_at")
    if is_date(day):
        return days_since(day, view) <= 0
    return day if isinstance(day, Missing) else Missing("corrupt")


DERIVED: Derivations = {"is_approved": Derivation(_is_approved), "is_running": Derivation(_is_running)}
