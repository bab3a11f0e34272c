"""The reports to authorities: what they hold and how a delay was explained."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assay.derive import Derivation, Derivations, Missing, Record, View

from ..moments import day_of, number_of
from ..statements import says
from .notices import BY_INCIDENT, all_decided, out_of_sight, sent

_AUTHORITIES = {"EU": "eu_authority", "UK": "uk_authority"}


def _has_audience(notice: Record) -> bool | None:
    return True if "audience" in notice else None


def _by_audience(incident: Record, view: View) -> dict[str, list[Record]] | Missing:
    """Return the messages to each audience, where it is known of every one to whom it went."""
    if not all_decided(incident, view, _has_audience):
        return out_of_sight(view)
    found: dict[str, list[Record]] = {}
    for notice in sent(incident, view, _has_audience):
        found.setdefault(notice["audience"], []).append(notice)
    return found


def _each(make: Callable[[Sequence[Record], View], object]) -> Derivation:
    """Make a fact of the messages to each audience."""

    def derived(incident: Record, view: View) -> object:
        found = _by_audience(incident, view)
        if isinstance(found, Missing):
            return found
        return {audience: make(notices, view) for audience, notices in sorted(found.items())}

    return Derivation(derived, uses=[BY_INCIDENT])


def _elements(notices: Sequence[Record], _: View) -> list[str]:
    return sorted({element for notice in notices for element in notice.get("elements_present", ())})


def _first_day(notices: Sequence[Record], view: View) -> int:
    return min(number_of(day_of(notice["sent_at"], view.zone)) for notice in notices)


def _unread(incident: Record, view: View) -> object:
    found = _by_audience(incident, view)
    if isinstance(found, Missing):
        return found
    return sorted(to for to, notices in found.items() if any("elements_present" not in one for one in notices))


def _explained(incident: Record, view: View) -> object:
    """Return whether each authority that the GDPR names was told after detection, with the reasons of the delay."""
    laws = incident.get("binding_laws")
    if laws is None:
        return Missing()
    told = {notice["audience"] for notice in sent(incident, view, _explains)}
    return all(audience in told for law, audience in _AUTHORITIES.items() if law in laws)


def _explains(notice: Record) -> bool | None:
    after = notice.get("sent_minutes_at_least")
    return isinstance(after, int) and after >= 0 and says(notice, "delay_reason") is True and "audience" in notice


DERIVED: Derivations = {
    "report_elements": _each(_elements),
    "report_days": _each(_first_day),
    "report_unread": Derivation(_unread, uses=[BY_INCIDENT]),
    "late_reports_explained": Derivation(_explained, uses=[BY_INCIDENT]),
}
