"""Derived facts of a vendor: days since what was done, and whether all that concerns it is in sight."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive.vendor import DERIVED

DATES = {
    "due_diligence_at": "days_since_due_diligence",
    "last_monitored_at": "days_since_monitored",
    "relationship_end_date": "days_since_end",
    "deletion_evidence_at": "days_since_deletion",
}


def vendor(
    facts: dict[str, Any] | None = None,
    records: dict[str, list[dict[str, Any]]] | None = None,
    complete: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Return a vendor with its derived facts."""
    view = FakeView(
        {"vendor": DERIVED}, {"vendor": [{"id": "v", **(facts or {})}], **(records or {})}, complete=complete
    )
    return view.whole("vendor", "v")


@pytest.mark.parametrize(("field", "derived"), DATES.items())
def test_days_since_a_date(field: str, derived: str) -> None:
    assert vendor({field: "2026-11-01"})[derived] == 20
    assert vendor({field: "2026-11-22"})[derived] == -1
    assert reason(vendor({"unread": [{"field": field, "reason": "corrupt"}]}), derived) == "corrupt"


@pytest.mark.parametrize(("field", "word"), [("due_diligence_at", "never"), ("relationship_end_date", "none")])
def test_a_word_stands_for_no_date(field: str, word: str) -> None:
    assert vendor({field: word})[DATES[field]] == word


def test_the_day_of_judging_is_counted_from_1970() -> None:
    assert vendor()["as_of_day"] == 20778


@pytest.mark.parametrize(
    ("derived", "kind", "field"),
    [
        ("contracts_complete", "vendor_contract", "vendor_id"),
        ("agreements_complete", "confidentiality_agreement", "party_id"),
    ],
)
def test_all_is_in_sight_when_the_register_was_read_and_each_record_names_its_party(
    derived: str, kind: str, field: str
) -> None:
    named, unnamed = {"id": "a", field: "w"}, {"id": "b"}
    assert vendor(records={kind: [named]}, complete=(kind,))[derived] is True
    assert vendor(records={kind: [named, unnamed]}, complete=(kind,))[derived] is False
    assert vendor(records={kind: [named]})[derived] is False
    assert vendor()[derived] is False
