"""The first assessment of a vendor that is done, and whether an earlier one may be out of sight."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive.assessments import ASSESSMENTS

DONE: dict[str, Any] = {"id": "a", "kind": "vendor", "scope_ids": ["v"], "performed_at": "2026-11-01"}


def vendor(*assessments: dict[str, Any], complete: bool = True) -> dict[str, Any]:
    """Return a vendor of which some assessments were made."""
    records = {"vendor": [{"id": "v"}], "risk_assessment": list(assessments)}
    view = FakeView({"vendor": ASSESSMENTS}, records, complete=["risk_assessment"] if complete else [])
    return view.whole("vendor", "v")


def test_the_first_assessment_counts() -> None:
    made = vendor(DONE, {**DONE, "id": "b", "kind": "pia", "performed_at": "2026-10-01"})
    assert (made["assessed_at"], made["days_since_assessed"]) == ("2026-10-01", 51)
    assert (made["was_assessed"], made["assessments_read"]) == (True, True)


@pytest.mark.parametrize(
    "other", [{"kind": "security"}, {"scope_ids": ["w"]}, {"performed_at": "2026-11-22"}, {"scope_ids": []}]
)
def test_an_assessment_of_another_sort_or_vendor_or_day_is_none(other: dict[str, Any]) -> None:
    made = vendor(DONE | other)
    assert (made["assessed_at"], made["days_since_assessed"]) == ("none", "none")
    assert (made["was_assessed"], made["assessments_read"]) == (False, True)


def test_none_seen_is_none_only_where_the_register_was_read() -> None:
    made = vendor(complete=False)
    for field in ASSESSMENTS:
        assert reason(made, field) == "partial"


def test_one_seen_stands_though_an_earlier_one_may_be_out_of_sight() -> None:
    made = vendor(DONE, complete=False)
    assert (made["was_assessed"], made["assessed_at"]) == (True, "2026-11-01")
    assert reason(made, "assessments_read") == "partial"


@pytest.mark.parametrize(
    ("changed", "why"),
    [({"performed_at": "2026-02-30"}, "corrupt"), ({"kind": None}, "not_in_source"), ({"scope_ids": None}, "partial")],
)
def test_an_assessment_that_may_count_leaves_it_open(changed: dict[str, Any], why: str) -> None:
    facts = {name: value for name, value in (DONE | changed).items() if value is not None}
    assert reason(vendor(facts), "was_assessed") == why
