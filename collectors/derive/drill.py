"""Derived facts of a drill: how long ago it was held, and whether its plan and its report are there."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Missing, Record, View

from .parties import referred
from .reached import days_since_reached, reached_day_of
from .statements import stated


def _is_of_plan(drill: Record, view: View) -> object:
    plan = referred(drill, "plan_id", "incident_plan", view)
    return plan if isinstance(plan, Missing) else not isinstance(plan, str)


DERIVED: Derivations = {
    "performed_day": reached_day_of("performed_at"),
    "days_since_performed": days_since_reached("performed_at"),
    "is_of_plan": Derivation(_is_of_plan),
    "is_reported": stated("report_path"),
}
