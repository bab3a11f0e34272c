"""What the people whose data were hit were told: how many it reached, and what it held."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Record, View

from ..kleene import all_of
from ..moments import day_of, days_since, number_of
from ..statements import says
from .notices import (
    BY_INCIDENT,
    all_decided,
    all_settled,
    any_sent,
    is_announcement,
    out_of_sight,
    sent,
    to_individuals,
    to_people,
)


def _is_proved_announcement(notice: Record) -> bool | None:
    return all_of(is_announcement(notice), says(notice, "evidence_path"))


def _reached_at_least(incident: Record, view: View) -> int:
    proved = [notice for notice in sent(incident, view, to_individuals) if says(notice, "evidence_path")]
    return sum(notice.get("reached", 0) for notice in proved)


def _reached_at_most(incident: Record, view: View) -> object:
    """Return the people reached, unless a message that was not read, or not wholly, may have reached more."""
    notices = sent(incident, view, to_individuals)
    unproved = [notice for notice in notices if says(notice, "evidence_path") is not False]
    read = all("reached" in notice and "evidence_path" in notice for notice in unproved)
    if not (read and all_settled(incident, view, to_individuals)):
        return out_of_sight(view)
    return sum(notice["reached"] for notice in unproved)


def _first_sent(incident: Record, view: View) -> object:
    """Return when the first message to the people was sent; an earlier one may be out of sight."""
    first = [str(notice["sent_at"]) for notice in sent(incident, view, to_individuals)]
    if not first or not all_decided(incident, view, to_individuals):
        return out_of_sight(view)
    return max(first, key=lambda text: days_since(text, view))


def _days_since_first(incident: Record, view: View) -> object:
    first = _first_sent(incident, view)
    return days_since(first, view) if isinstance(first, str) else first


def _first_day(incident: Record, view: View) -> object:
    first = _first_sent(incident, view)
    return number_of(day_of(first, view.zone)) if isinstance(first, str) else first


def _held(field: str) -> Derivation:
    """List what the messages to the people hold together, as far as they were read."""

    def make(incident: Record, view: View) -> list[str]:
        return sorted({item for notice in sent(incident, view, to_people) for item in notice.get(field, ())})

    return Derivation(make, uses=[BY_INCIDENT])


def _all_read(field: str) -> Derivation:
    """Make it a fact whether no message to the people can hold more than was read."""

    def make(incident: Record, view: View) -> bool:
        notices = sent(incident, view, to_people)
        return all(field in notice for notice in notices) and all_settled(incident, view, to_people)

    return Derivation(make, uses=[BY_INCIDENT])


DERIVED: Derivations = {
    "individuals_told": any_sent(to_individuals),
    "people_told": any_sent(to_people),
    "is_announced": any_sent(_is_proved_announcement),
    "people_reached_at_least": Derivation(_reached_at_least, uses=[BY_INCIDENT]),
    "people_reached_at_most": Derivation(_reached_at_most, uses=[BY_INCIDENT]),
    "days_since_first_notice": Derivation(_days_since_first, uses=[BY_INCIDENT]),
    "first_notice_day": Derivation(_first_day, uses=[BY_INCIDENT]),
    "notice_elements": _held("elements_present"),
    "notice_elements_read": _all_read("elements_present"),
    "notice_support": _held("support_offered"),
    "notice_support_read": _all_read("support_offered"),
}
