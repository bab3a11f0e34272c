"""Derived facts of a person: whether and since when they have left, how old the roster is that says so."""

from __future__ import annotations

from datetime import datetime

from assay.derive import Derivation, Derivations, Missing, Record, View

from .in_sight import staff_agreements_complete
from .jobs import JOBS
from .moments import days_since, end_of_day, hours_from
from .reach import handles_pi
from .reading import age_of, day_number_of, fact, is_date, moment
from .registers import completeness
from .rights import RIGHTS


def left_at(person: Record, view: View) -> datetime | str | Missing:
    """Return the end of the last working day as an instant, or "none"."""
    day = moment(person, "end_date")
    return end_of_day(day, view.zone) if is_date(day) else day


def _has_left(person: Record, view: View) -> object:
    status, end = fact(person, "status"), moment(person, "end_date")
    if status == "left" or (is_date(end) and days_since(end, view) > 0):
        return True
    unknown = [why for why in (status, end) if isinstance(why, Missing)]
    return unknown[0] if unknown else False


def _left_at(person: Record, view: View) -> object:
    left = left_at(person, view)
    return left.isoformat() if isinstance(left, datetime) else left


def _hours_since_left(person: Record, view: View) -> object:
    left = left_at(person, view)
    return hours_from(left, view.as_of) if isinstance(left, datetime) else left


def _roster_age_days(person: Record, view: View) -> object:
    return (view.today - view.data_as_of(person)).days


DERIVED: Derivations = {
    "has_left": Derivation(_has_left),
    "left_at": Derivation(_left_at),
    "hours_since_left": Derivation(_hours_since_left),
    "days_since_left": age_of("end_date"),
    "end_day": day_number_of("end_date"),
    "days_since_hired": age_of("hire_date"),
    "hire_day": day_number_of("hire_date"),
    "roster_age_days": Derivation(_roster_age_days),
    "handles_pi": handles_pi,
    **JOBS,
    "days_since_job_change": age_of("job_changed_at"),
    "job_change_day": day_number_of("job_changed_at"),
    **RIGHTS,
    "agreements_complete": staff_agreements_complete,
    "trainings_complete": completeness("training_record", "staff_id"),
}
