"""What an incident changed: the plan, a corrective action, or a reason why nothing had to change."""

from __future__ import annotations

from assay.derive import Derivation, Missing, Record, View

from ..kleene import any_of
from ..reached import day_reached
from ..reading import fact
from ..registers import all_named
from ..statements import says

BY_SOURCE = ("corrective_action", "source_id")


def _changed(incident: Record, view: View) -> object:
    found = any_of(_plan_changed(incident, view), says(incident, "no_change_reason"), _has_action(incident, view))
    if found is not None:
        return found
    reasons = [fact(incident, field) for field in ("plan_updated_at", "detected_at", "no_change_reason")]
    return next((why for why in reasons if isinstance(why, Missing)), Missing("partial"))


def _plan_changed(incident: Record, view: View) -> bool | None:
    """Return whether the plan was changed on the day of detection or later."""
    day, detected = (day_reached(incident, field, view) for field in ("plan_updated_at", "detected_at"))
    if day == "none":
        return False
    return day >= detected if isinstance(day, int) and isinstance(detected, int) else None


def _has_action(incident: Record, view: View) -> bool | None:
    actions = view.where(*BY_SOURCE, incident["id"])
    ours = (action["source_kind"] == "incident" if "source_kind" in action else None for action in actions)
    return any_of(*ours, False if all_named(view, *BY_SOURCE) else None)


is_changed = Derivation(_changed, uses=[BY_SOURCE])
