"""Whether a sharing of data is approved, and whether it goes on."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import data_share

APPROVED = {"approved_by_staff_id": "p", "approved_at": "2026-11-21"}


def derived(facts: dict[str, Any]) -> dict[str, Any]:
    """Return the sharing with its derived facts."""
    records = {"data_share": [{"id": "s", **facts}]}
    return FakeView({"data_share": data_share.DERIVED}, records).whole("data_share", "s")


@pytest.mark.parametrize(
    ("facts", "approved"),
    [
        (APPROVED, True),
        ({**APPROVED, "approved_at": "2026-11-22"}, False),
        ({"approved_at": "none"}, False),
        ({"approved_by_staff_id": "none"}, False),
    ],
)
def test_approval_needs_a_person_and_a_day_that_is_reached(facts: dict[str, Any], approved: bool) -> None:
    assert derived(facts)["is_approved"] is approved


def test_half_of_an_approval_says_nothing() -> None:
    assert reason(derived({"approved_by_staff_id": "p"}), "is_approved") == "not_in_source"
    assert reason(derived({"approved_at": "2026-02-30", "approved_by_staff_id": "p"}), "is_approved") == "corrupt"


@pytest.mark.parametrize(
    ("end", "running"), [("ongoing", True), ("one_off", True), ("2026-11-21", True), ("2026-11-20", False)]
)
def test_a_sharing_runs_to_the_end_of_its_last_day(end: str, running: bool) -> None:
    assert derived({"ends_at": end})["is_running"] is running


def test_the_end_of_a_sharing_has_to_be_read() -> None:
    assert reason(derived({}), "is_running") == "not_in_source"
    assert reason(derived({"ends_at": "2026-02-30"}), "is_running") == "corrupt"


@pytest.mark.parametrize(
    ("field", "days"),
    [
        ("approved_at", "days_since_approved"),
        ("executed_at", "days_since_executed"),
        ("notice_at", "days_since_notice"),
        ("ends_at", "days_since_end"),
    ],
)
def test_days_are_counted_from_each_date(field: str, days: str) -> None:
    assert derived({field: "2026-11-01"})[days] == 20
    assert derived({field: "2026-11-22"})[days] == -1
    assert reason(derived({field: "2026-02-30"}), days) == "corrupt"


def test_what_has_no_end_has_its_word() -> None:
    assert derived({"ends_at": "one_off"})["days_since_end"] == "one_off"
    assert derived({"ends_at": "ongoing"})["days_since_end"] == "ongoing"
    assert reason(derived({}), "days_since_end") == "not_in_source"
