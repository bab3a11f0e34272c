"""Days that are reached: what lies ahead in a register is a plan, and did not happen."""

from __future__ import annotations

from assay.derive import Derivation, Missing, Record, View

from .incidents.clock import has_happened
from .moments import day_of, number_of
from .reading import is_date, moment


def day_reached(record: Record, field: str, view: View) -> int | str | Missing:
    """Return the number of the day of a date or time; "none" where it is not reached or there is none."""
    text = moment(record, field)
    if not is_date(text):
        return text if isinstance(text, Missing) else "none"
    return number_of(day_of(text, view.zone)) if has_happened(text, view) else "none"


def reached_day_of(field: str) -> Derivation:
    """Make the number of the day of a date that is reached."""
    return Derivation(lambda record, view: day_reached(record, field, view))


def days_since_reached(field: str) -> Derivation:
    """Make the whole days since a date that is reached."""

    def make(record: Record, view: View) -> object:
        day = day_reached(record, field, view)
        return number_of(view.today) - day if isinstance(day, int) else day

    return Derivation(make)


as_of_day: Derivation = Derivation(lambda _, view: number_of(view.today))
"""The number of the day of judging."""
