"""An incident plan: whether it is in force, who leads and serves in its team."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import incident_plan

DERIVED = {"incident_plan": incident_plan.DERIVED}
REGISTERS = ("staff_member",)
LEAD = {"id": "l", "status": "active", "is_executive": True}


def plan(complete: tuple[str, ...] = REGISTERS, records: dict[str, Any] | None = None, **facts: Any) -> dict[str, Any]:
    found = {"incident_plan": [{"id": "p", **facts}], **(records or {})}
    return FakeView(DERIVED, found, complete).whole("incident_plan", "p")


def team(*people: dict[str, Any], complete: tuple[str, ...] = REGISTERS, **facts: Any) -> dict[str, Any]:
    given = {"team_staff_ids": ["m"], "lead_staff_id": "l", **facts}
    return plan(complete, {"staff_member": list(people)}, **given)


def member(status: str | None = "active") -> dict[str, Any]:
    return {"id": "m", **({"status": status} if status else {})}


@pytest.mark.parametrize(
    ("facts", "current"),
    [
        ({"approved_at": "2026-11-21"}, True),
        ({"approved_at": "2026-11-22"}, False),
        ({"approved_at": "none"}, False),
        ({"approved_at": "2026-01-01", "superseded_at": "2026-11-21"}, False),
        ({"approved_at": "2026-01-01", "superseded_at": "2026-11-22"}, True),
        ({"superseded_at": "2026-11-21"}, False),
    ],
)
def test_a_plan_is_current_from_approval_until_it_is_replaced(facts: dict[str, Any], current: bool) -> None:
    assert plan(**facts)["is_current"] is current


def test_an_unread_approval_leaves_it_open() -> None:
    assert reason(plan(), "is_current") == "not_in_source"


def test_the_later_of_approval_and_review_counts() -> None:
    assert plan(approved_at="2026-01-01", reviewed_at="2026-11-11")["days_since_looked_at"] == 10
    found = plan(approved_at="2026-11-11", reviewed_at="never")
    assert (found["days_since_looked_at"], found["is_looking_known"]) == (10, True)
    assert plan(approved_at="none", reviewed_at="never")["days_since_looked_at"] == "none"
    assert plan(approved_at="2026-11-11")["is_looking_known"] is False


def test_a_team_with_an_executive_at_work() -> None:
    found = team(LEAD, member())
    assert (found["has_leaver"], found["all_serve"], found["is_led_by_executive"]) == (False, True, True)
    assert found["active_people_at_least"] == found["active_people_at_most"] == 2


def test_who_is_on_leave_serves_but_is_not_active() -> None:
    found = team(LEAD, member("leave"))
    assert (found["all_serve"], found["has_leaver"], found["active_people_at_most"]) == (True, False, 1)


@pytest.mark.parametrize("people", [[LEAD, member("left")], [LEAD]])
def test_who_left_or_is_not_registered_is_a_leaver(people: list[dict[str, Any]]) -> None:
    found = team(*people)
    assert (found["has_leaver"], found["all_serve"]) == (True, False)


def test_a_leaver_is_one_whatever_else_is_unread() -> None:
    assert plan(records={"staff_member": [member("left")]}, team_staff_ids=["m"])["has_leaver"] is True


def test_who_is_missing_from_a_partial_roster_leaves_it_open() -> None:
    found = team(LEAD, complete=())
    assert reason(found, "has_leaver") == reason(found, "all_serve") == "partial"
    assert (found["active_people_at_least"], found["active_people_at_most"]) == (1, 2)


def test_an_unread_team_or_status_leaves_it_open() -> None:
    assert reason(plan((), lead_staff_id="l"), "has_leaver") == "not_in_source"
    assert reason(plan(lead_staff_id="l"), "all_serve") == "not_in_source"
    assert reason(plan(lead_staff_id="l"), "active_people_at_most") == "not_in_source"
    assert reason(team(LEAD, member(None)), "has_leaver") == "not_in_source"


@pytest.mark.parametrize(
    "lead",
    [{"is_executive": False}, {"status": "leave"}, {"status": "left"}, {"is_executive": False, "status": None}],
)
def test_a_lead_who_is_no_executive_at_work(lead: dict[str, Any]) -> None:
    given = {name: value for name, value in {**LEAD, **lead}.items() if value is not None}
    assert team(given, member())["is_led_by_executive"] is False


def test_no_lead_or_one_whom_nobody_registered() -> None:
    assert team(member(), lead_staff_id="none")["is_led_by_executive"] is False
    assert team(member())["is_led_by_executive"] is False


def test_whether_the_lead_is_an_executive_is_open_where_unread() -> None:
    assert reason(team({"id": "l", "status": "active"}), "is_led_by_executive") == "not_in_source"
    assert reason(team({"id": "l", "is_executive": True}), "is_led_by_executive") == "not_in_source"
    assert reason(team(complete=()), "is_led_by_executive") == "partial"
    assert reason(plan(team_staff_ids=["m"]), "is_led_by_executive") == "not_in_source"
