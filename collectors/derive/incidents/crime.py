"""The report to the police: its clock starts when a crime was first suspected, or at detection."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Missing, Record, View

from ..reading import is_date, moment
from .clock import Span, age_of, bounds, minutes_between, offset, wall_minute


def _suspected_from(incident: Record) -> str | Missing:
    suspected = moment(incident, "crime_suspected_at")
    return suspected if is_date(suspected) else moment(incident, "detected_at")


def _age(incident: Record, view: View) -> Span | Missing:
    return age_of(_suspected_from(incident), view)


def _police(incident: Record, view: View) -> Span | str | Missing:
    return minutes_between(_suspected_from(incident), moment(incident, "police_reported_at"), view)


def _minute(incident: Record, view: View) -> object:
    start = _suspected_from(incident)
    return wall_minute(start, view.zone) if is_date(start) else start


def _offset(incident: Record, view: View) -> object:
    start = _suspected_from(incident)
    return offset(start, view.zone) if is_date(start) else start


DERIVED: Derivations = {
    **bounds("suspicion_age", _age),
    **bounds("police", _police),
    "suspicion_minute": Derivation(_minute),
    "suspicion_offset": Derivation(_offset),
}
