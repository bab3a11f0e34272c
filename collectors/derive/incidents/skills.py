"""What the members of an incident team learned or practised, and how long ago."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assay.derive import Derivation, Derivations, Missing, Record, View

from ..parties import referred
from ..reached import days_since_reached
from ..reading import fact
from ..registers import all_named

_TRAININGS = ("training_record", "staff_id")
_DRILLS = ("drill", "plan_id")
_performed = days_since_reached("performed_at").make
_completed = days_since_reached("completed_at").make


def _by_member(make: Callable[[str, Record, View], object]) -> Derivation:
    """Make a fact of each member of the team that has one."""

    def derived(plan: Record, view: View) -> object:
        team = fact(plan, "team_staff_ids")
        if not isinstance(team, list):
            return team
        made = {str(id): make(str(id), plan, view) for id in sorted(set(team))}
        return {id: found for id, found in made.items() if found is not None}

    return Derivation(derived, uses=[_TRAININGS, _DRILLS])


def _training_days(id: str, _: Record, view: View) -> dict[str, int]:
    """Return for each topic the days since the last training that was completed with success."""
    found: dict[str, int] = {}
    for days, topics in _trainings(id, view):
        for topic in topics:
            found[topic] = min(days, found.get(topic, days))
    return found


def _drill_days(id: str, plan: Record, view: View) -> int | None:
    days = [days for days, part in _drills(id, plan, view) if part and isinstance(days, int)]
    return min(days, default=None)


def _undecided_days(id: str, plan: Record, view: View) -> int | None:
    """Return the days since what may have been a training or a drill of the member."""
    return min([*_undecided_trainings(id, view), *_undecided_drills(id, plan, view)], default=None)


def _trainings(id: str, view: View) -> Iterator[tuple[int, list[str]]]:
    for record in view.where(*_TRAININGS, id):
        days, topics = _completed(record, view), _topics(record, view)
        if isinstance(days, int) and isinstance(topics, list) and record.get("successful") is True:
            yield days, topics


def _undecided_trainings(id: str, view: View) -> Iterator[int]:
    if not all_named(view, *_TRAININGS):
        yield 0
    for record in view.where(*_TRAININGS, id):
        days, known = _completed(record, view), "successful" in record
        ruled_out = days == "none" or record.get("successful") is False
        if not ruled_out and (isinstance(days, Missing) or isinstance(_topics(record, view), Missing) or not known):
            yield days if isinstance(days, int) else 0


def _topics(record: Record, view: View) -> object:
    """Return the topics of the course; a course that nobody registered has none."""
    course = referred(record, "course_id", "training_course", view)
    if isinstance(course, str):
        return []
    return course if isinstance(course, Missing) else fact(course, "topics")


def _drills(id: str, plan: Record, view: View) -> Iterator[tuple[object, bool | None]]:
    """Yield the days since each drill of the plan, and whether the member took part."""
    for drill in view.where(*_DRILLS, plan["id"]):
        people = drill.get("participant_staff_ids")
        yield _performed(drill, view), None if people is None else id in people


def _undecided_drills(id: str, plan: Record, view: View) -> Iterator[int]:
    if not all_named(view, *_DRILLS):
        yield 0
    for days, part in _drills(id, plan, view):
        if days != "none" and part is not False and (part is None or isinstance(days, Missing)):
            yield days if isinstance(days, int) else 0


DERIVED: Derivations = {
    "training_days": _by_member(_training_days),
    "drill_days": _by_member(_drill_days),
    "undecided_days": _by_member(_undecided_days),
}
