"""Corrective actions, drills and requests: the days that are reached, and who or what stands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import corrective_action, drill, subject_request

DERIVED = {
    "corrective_action": corrective_action.DERIVED,
    "drill": drill.DERIVED,
    "subject_request": subject_request.DERIVED,
}


def derived(kind: str, complete: Sequence[str] = (), **facts: Any) -> dict[str, Any]:
    records = {kind: [{"id": "x", **facts}], "incident_plan": [{"id": "p"}]}
    return FakeView(DERIVED, records, complete).whole(kind, "x")


def test_days_of_an_action() -> None:
    found = derived("corrective_action", due_at="2026-12-01", closed_at="2026-11-21", verified_at="2026-11-22")
    assert (found["as_of_day"], found["due_day"]) == (20778, 20788)
    assert (found["closed_day"], found["verified_day"]) == (20778, "none")
    assert derived("corrective_action", due_at="none", closed_at="none")["due_day"] == "none"


@pytest.mark.parametrize(("id", "is_check"), [("ENC-01.1", True), ("none", False), ("by hand", False)])
def test_an_action_is_verified_by_a_check_where_it_names_one(id: str, is_check: bool) -> None:
    assert derived("corrective_action", verified_by_check_id=id)["is_verified_by_check"] is is_check


def test_an_unread_check_leaves_it_open() -> None:
    assert reason(derived("corrective_action"), "is_verified_by_check") == "not_in_source"


def test_an_action_is_verified_by_another_than_its_owner() -> None:
    name = "is_verified_by_other_person"
    assert derived("corrective_action", verified_by_staff_id="b", owner_staff_id="a")[name] is True
    assert derived("corrective_action", verified_by_staff_id="a", owner_staff_id="a")[name] is False
    assert derived("corrective_action", verified_by_staff_id="none")[name] is False
    assert reason(derived("corrective_action", verified_by_staff_id="b"), name) == "not_in_source"
    assert reason(derived("corrective_action", owner_staff_id="a"), name) == "not_in_source"


def test_a_drill_was_held_by_a_plan_with_a_report() -> None:
    found = derived("drill", performed_at="2026-11-11", plan_id="p", report_path="drill.pdf")
    assert (found["days_since_performed"], found["performed_day"]) == (10, 20768)
    assert (found["is_of_plan"], found["is_reported"]) == (True, True)


def test_a_drill_that_is_planned_was_not_held() -> None:
    assert derived("drill", performed_at="2026-11-22")["days_since_performed"] == "none"


def test_a_plan_that_nobody_registered_is_none() -> None:
    assert derived("drill", ["incident_plan"], plan_id="x")["is_of_plan"] is False
    assert reason(derived("drill", plan_id="x"), "is_of_plan") == "partial"
    assert reason(derived("drill"), "is_of_plan") == "not_in_source"


def test_days_of_a_request() -> None:
    found = derived("subject_request", received_at="2026-11-20", closed_at="none")
    assert (found["received_day"], found["closed_day"], found["as_of_day"]) == (20777, "none", 20778)
    assert reason(derived("subject_request"), "closed_day") == "not_in_source"
