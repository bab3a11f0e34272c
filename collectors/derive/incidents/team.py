"""The people of an incident plan: whether they are there, who leads them."""

from __future__ import annotations

from collections.abc import Sequence

from assay.derive import Derivation, Derivations, Missing, Record, View

from ..kleene import all_of, any_of
from ..parties import UNREGISTERED, standing
from ..reading import fact

_SERVING = ("active", "leave")


def _people(plan: Record) -> list[str] | Missing:
    """Return the ids of team and lead, each once."""
    team, lead = fact(plan, "team_staff_ids"), fact(plan, "lead_staff_id")
    if not isinstance(team, list) or isinstance(lead, Missing):
        return next(why for why in (team, lead) if isinstance(why, Missing))
    return sorted({*team, lead} - {"none"})


def _read_people(plan: Record) -> list[str]:
    """Return the ids of team and lead as far as they were read."""
    return sorted({*plan.get("team_staff_ids", ()), plan.get("lead_staff_id", "none")} - {"none"})


def _status(person: str, view: View) -> object:
    return standing({"id": person, "staff_id": person}, "staff_id", "staff_member", view)


def _has_leaver(plan: Record, view: View) -> object:
    """Say whether somebody has left or is no registered person; who was read is enough to say so."""
    gone = [_is_gone(_status(person, view)) for person in _read_people(plan)]
    found = any_of(*gone, None if isinstance(_people(plan), Missing) else False)
    if found is not None:
        return found
    people = _people(plan)
    return people if isinstance(people, Missing) else _why(people, view)


def _is_gone(status: object) -> bool | None:
    return None if isinstance(status, Missing) else status in ("left", UNREGISTERED)


def _all_serve(plan: Record, view: View) -> object:
    """Say whether everybody is at work or on leave."""
    people = _people(plan)
    if isinstance(people, Missing):
        return people
    statuses = [_status(person, view) for person in people]
    found = all_of(*(None if isinstance(status, Missing) else status in _SERVING for status in statuses))
    return _why(people, view) if found is None else found


def _why(people: Sequence[str], view: View) -> Missing:
    statuses = (_status(person, view) for person in people)
    return next((status for status in statuses if isinstance(status, Missing)), Missing())


def _active_at_least(plan: Record, view: View) -> int:
    return sum(_status(person, view) == "active" for person in _read_people(plan))


def _active_at_most(plan: Record, view: View) -> object:
    people = _people(plan)
    if isinstance(people, Missing):
        return people
    statuses = [_status(person, view) for person in people]
    return sum(status == "active" or isinstance(status, Missing) for status in statuses)


def _is_executive_lead(plan: Record, view: View) -> object:
    """Say whether an executive who is at work leads the team."""
    lead = fact(plan, "lead_staff_id")
    if isinstance(lead, Missing) or lead == "none":
        return lead if isinstance(lead, Missing) else False
    status = _status(str(lead), view)
    person = view.get("staff_member", str(lead))
    executive = fact(person, "is_executive") if person is not None else status
    if executive is False or status == UNREGISTERED or status in ("leave", "left"):
        return False
    missing = [why for why in (executive, status) if isinstance(why, Missing)]
    return missing[0] if missing else True


DERIVED: Derivations = {
    "has_leaver": Derivation(_has_leaver),
    "all_serve": Derivation(_all_serve),
    "active_people_at_least": Derivation(_active_at_least),
    "active_people_at_most": Derivation(_active_at_most),
    "is_led_by_executive": Derivation(_is_executive_lead),
}
