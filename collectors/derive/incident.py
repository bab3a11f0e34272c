"""Derived facts of an incident: its clock, whom it binds, and what was done by when."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Record, View

from .incidents import crime, duties, people, reports, statements
from .incidents.clock import Minutes, age_of, bounds, minutes_between, offset, wall_minute
from .incidents.lessons import is_changed
from .incidents.notices import notifications_complete
from .reached import as_of_day, days_since_reached, reached_day_of
from .reading import day_number_of, is_date, moment
from .statements import stated


def _since_detection(field: str) -> Minutes:
    return lambda incident, view: minutes_between(moment(incident, "detected_at"), moment(incident, field), view)


def _detected_minute(incident: Record, view: View) -> object:
    text = moment(incident, "detected_at")
    return wall_minute(text, view.zone) if is_date(text) else text


def _detected_offset(incident: Record, view: View) -> object:
    text = moment(incident, "detected_at")
    return offset(text, view.zone) if is_date(text) else text


DERIVED: Derivations = {
    **duties.DERIVED,
    **bounds("age", lambda incident, view: age_of(moment(incident, "detected_at"), view)),
    **bounds("plan_activated", _since_detection("plan_activated_at")),
    **bounds("assessed", _since_detection("assessed_at")),
    **crime.DERIVED,
    "detected_minute": Derivation(_detected_minute),
    "detected_offset": Derivation(_detected_offset),
    "as_of_day": as_of_day,
    "detected_day": day_number_of("detected_at"),
    "resolved_day": reached_day_of("resolved_at"),
    "summary_day": reached_day_of("summary_report_at"),
    "rca_day": reached_day_of("rca_completed_at"),
    "review_day": reached_day_of("lessons_reviewed_at"),
    "days_since_resolved": days_since_reached("resolved_at"),
    "notifications_complete": notifications_complete,
    "is_scope_stated": stated("impact_scope"),
    "is_decided_by_someone": stated("report_decision_by"),
    "is_waiver_reasoned": stated("notify_decision_reason"),
    "is_changed": is_changed,
    **reports.DERIVED,
    **people.DERIVED,
    **statements.DERIVED,
}
