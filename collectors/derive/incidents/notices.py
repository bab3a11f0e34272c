"""The messages about an incident, as far as they are in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assay.derive import Derivation, Missing, Record, View

from ..kleene import all_of, any_of
from ..reading import is_date, moment
from ..registers import all_named, completeness
from .clock import has_happened

BY_INCIDENT = ("incident_notification", "incident_id")

Question = Callable[[Record], bool | None]
"""Whether a message is of some sort; None where what decides was not read."""

notifications_complete: Derivation = completeness(*BY_INCIDENT)
"""No message about the incident can be out of sight."""


def to_individuals(notice: Record) -> bool | None:
    """Return whether a message went to the people themselves."""
    return notice["audience"] == "individual" if "audience" in notice else None


def is_announcement(notice: Record) -> bool | None:
    """Return whether a message was announced in public."""
    public = notice["audience"] == "public" if "audience" in notice else None
    return all_of(public, notice["channel"] == "announcement" if "channel" in notice else None)


def to_people(notice: Record) -> bool | None:
    """Return whether a message went to the people themselves or was announced in public."""
    return any_of(to_individuals(notice), is_announcement(notice))


def was_sent(notice: Record, view: View) -> bool | None:
    """Return whether a message was sent by the instant of judging."""
    sent = moment(notice, "sent_at")
    return has_happened(sent, view) if is_date(sent) else None


def sent(incident: Record, view: View, sort: Question) -> list[Record]:
    """Return the messages of a sort that were sent, as far as both are known."""
    return [notice for notice, fits in _asked(incident, view, sort) if fits]


def all_settled(incident: Record, view: View, sort: Question) -> bool:
    """Say whether `sent` returns all that there are: no message is out of sight, and none is undecided."""
    return all_named(view, *BY_INCIDENT) and all_decided(incident, view, sort)


def all_decided(incident: Record, view: View, sort: Question) -> bool:
    """Say whether of each message in sight it is known whether it was sent and is of the sort."""
    return all(fits is not None for _, fits in _asked(incident, view, sort))


def any_sent(sort: Question) -> Derivation:
    """Make it a fact whether a message of a sort was sent."""

    def make(incident: Record, view: View) -> object:
        if sent(incident, view, sort):
            return True
        return False if all_settled(incident, view, sort) else out_of_sight(view)

    return Derivation(make, uses=[BY_INCIDENT])


def out_of_sight(view: View) -> Missing:
    """Return why it is not known of all messages what they are."""
    return Missing() if all_named(view, *BY_INCIDENT) else Missing("partial")


def _asked(incident: Record, view: View, sort: Question) -> Iterator[tuple[Record, bool | None]]:
    for notice in _all(incident, view):
        yield notice, all_of(was_sent(notice, view), sort(notice))


def _all(incident: Record, view: View) -> Sequence[Record]:
    return view.where(*BY_INCIDENT, incident["id"])
