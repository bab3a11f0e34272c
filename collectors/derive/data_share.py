"""Derived facts of a sharing of data: its days, whether somebody approved it, whether it goes on."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Missing, Record, View

from .kleene import all_of
from .moments import days_since
from .reading import age_of, fact, is_date, moment
from .terms import since

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


def _days_since_end(share: Record, view: View) -> object:
    ends = fact(share, "ends_at")
    return ends if ends in _WITHOUT_END else since(share, "ends_at", view)


def _is_running(share: Record, view: View) -> object:
    days = _days_since_end(share, view)
    return days if isinstance(days, Missing) else days in _WITHOUT_END or (isinstance(days, int) and days <= 0)


DERIVED: Derivations = {
    "is_approved": Derivation(_is_approved),
    "is_running": Derivation(_is_running),
    "days_since_approved": age_of("approved_at"),
    "days_since_executed": age_of("executed_at"),
    "days_since_notice": age_of("notice_at"),
    "days_since_end": Derivation(_days_since_end),
}
