"""Statements to the public: when the first was made after detection, and when it was followed up."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Record, View

from ..kleene import all_of
from ..moments import day_of, number_of
from ..reading import is_date, moment
from .notices import BY_INCIDENT, Question, all_settled, out_of_sight, sent

_FOLLOWING = ("follow_up", "final")


def _is_statement(notice: Record) -> bool | None:
    if "audience" in notice and notice["audience"] != "public":
        return False
    after = notice.get("sent_minutes_at_least")
    later = None if after is None else isinstance(after, int) and after >= 0
    return all_of(True if "audience" in notice else None, later)


def _is_following(notice: Record) -> bool | None:
    audience = notice["audience"] in ("public", "individual") if "audience" in notice else None
    return all_of(audience, notice["sequence"] in _FOLLOWING if "sequence" in notice else None)


def _first(incident: Record, view: View) -> Record | None:
    found = sent(incident, view, _is_statement)
    return min(found, key=lambda notice: int(notice["sent_minutes_at_most"])) if found else None


def _is_after(statement: Record) -> Question:
    def question(notice: Record) -> bool | None:
        if notice["id"] == statement["id"]:
            return False
        after = notice.get("sent_minutes_at_least")
        later = None if after is None else isinstance(after, int) and after > statement["sent_minutes_at_most"]
        return all_of(_is_following(notice), later)

    return question


def _day(record: Record, field: str, view: View) -> int | None:
    text = moment(record, field)
    return number_of(day_of(text, view.zone)) if is_date(text) else None


def _statement_day(incident: Record, view: View) -> object:
    """Return the day of the first statement in sight, or "none"."""
    first = _first(incident, view)
    if first is not None:
        return _day(first, "sent_at", view)
    return "none" if all_settled(incident, view, _is_statement) else out_of_sight(view)


def _statements_settled(incident: Record, view: View) -> bool:
    return all_settled(incident, view, _is_statement)


def _follow_up_day(incident: Record, view: View) -> object:
    """Return the day of the first message in sight that follows the statement, or "none"."""
    first = _first(incident, view)
    if first is None:
        return "none" if all_settled(incident, view, _is_statement) else out_of_sight(view)
    follow = _is_after(first)
    days = [day for notice in sent(incident, view, follow) if (day := _day(notice, "sent_at", view)) is not None]
    if days:
        return min(days)
    return "none" if all_settled(incident, view, follow) else out_of_sight(view)


DERIVED: Derivations = {
    "statement_day": Derivation(_statement_day, uses=[BY_INCIDENT]),
    "statements_settled": Derivation(_statements_settled, uses=[BY_INCIDENT]),
    "follow_up_day": Derivation(_follow_up_day, uses=[BY_INCIDENT]),
}
