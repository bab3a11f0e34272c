"""Derived facts of a source of logs: how long ago its last record was written."""

from __future__ import annotations

from datetime import datetime

from assay.derive import Derivation, Derivations, Missing, Record, View

from .moments import day_of, end_of_day, hours_from
from .reading import is_date, moment


def _moments(log: Record, view: View) -> tuple[datetime, datetime] | str | Missing:
    """Return the earliest and the latest instant that the last record may be of, or "never"."""
    text = moment(log, "last_event_at")
    if not is_date(text):
        return text
    if day_of(text, view.zone) > view.today:
        return Missing("corrupt")  # a record of tomorrow proves nothing
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is not None:
        return instant, instant
    return instant.replace(tzinfo=view.zone), end_of_day(text, view.zone)


def _hours_since_last_event(log: Record, view: View) -> object:
    """Return the hours since the last record, a begun hour counting; of a plain day those since it began."""
    found = _moments(log, view)
    return hours_from(found[0], view.as_of) if isinstance(found, tuple) else found


def _hours_silent(log: Record, view: View) -> object:
    """Return the hours for which there is no record for certain; of a plain day those since it ended."""
    found = _moments(log, view)
    return hours_from(found[1], view.as_of) if isinstance(found, tuple) else found


DERIVED: Derivations = {
    "hours_since_last_event": Derivation(_hours_since_last_event),
    "hours_silent": Derivation(_hours_silent),
}
