"""A person: left or not, since when, by how old a roster, and whether they reach personal data."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import access_grant, staff_member

DERIVED = {"staff_member": staff_member.DERIVED, "access_grant": access_grant.DERIVED}
WHOLE = ("identity_account", "database_role", "access_grant")


def person(**facts: Any) -> dict[str, Any]:
    return FakeView(DERIVED, {"staff_member": [{"id": "p", **facts}]}).whole("staff_member", "p")


@pytest.mark.parametrize(
    "facts",
    [
        {"status": "left", "end_date": "none"},
        {"status": "left"},
        {"status": "active", "end_date": "2026-11-20"},
        {"end_date": "2026-11-20"},
    ],
)
def test_has_left_by_status_or_by_an_end_date_that_is_over(facts: dict[str, Any]) -> None:
    assert person(**facts)["has_left"] is True


@pytest.mark.parametrize("end", ["none", "2026-11-21", "2027-01-01"])
def test_has_not_left_until_the_last_working_day_is_over(end: str) -> None:
    assert person(status="leave", end_date=end)["has_left"] is False


@pytest.mark.parametrize("facts", [{"status": "active"}, {"end_date": "none"}])
def test_leaving_is_undecided_while_status_or_end_date_is_unread(facts: dict[str, Any]) -> None:
    assert reason(person(**facts), "has_left") == "not_in_source"


def test_leaving_is_counted_from_the_end_of_the_last_working_day() -> None:
    found = person(status="left", end_date="2026-11-20")
    assert (found["left_at"], found["hours_since_left"]) == ("2026-11-21T00:00:00+08:00", 12)
    assert (found["days_since_left"], found["end_day"]) == (1, 20777)


def test_nothing_is_counted_where_there_is_no_last_working_day() -> None:
    found = person(status="active", end_date="none")
    assert {found[name] for name in ("left_at", "hours_since_left", "days_since_left", "end_day")} == {"none"}


def test_an_unread_end_date_hands_on_its_reason() -> None:
    found = person(status="left", unread=[{"field": "end_date", "reason": "corrupt"}])
    assert {reason(found, name) for name in ("left_at", "hours_since_left", "days_since_left")} == {"corrupt"}


def test_days_since_hired() -> None:
    found = person(hire_date="2026-11-11")
    assert (found["days_since_hired"], found["hire_day"]) == (10, 20768)


def test_the_roster_is_as_old_as_its_day() -> None:
    class Aged(FakeView):
        def data_as_of(self, record: object) -> date:
            return date(2026, 11, 14)

    assert Aged(DERIVED, {"staff_member": [{"id": "p"}]}).whole("staff_member", "p")["roster_age_days"] == 7


def reaches(*grants: dict[str, Any], complete: tuple[str, ...] = WHOLE, **account: Any) -> dict[str, Any]:
    records = {
        "staff_member": [{"id": "p"}],
        "identity_account": [{"id": "a", "staff_id": "p", "group_ids": ["g"], **account}],
        "database_role": [{"id": "r", "account_id": "a", "member_of": ["s"]}],
        "access_grant": [{"id": f"g{number}", **grant} for number, grant in enumerate(grants)],
    }
    return FakeView(DERIVED, records, complete).whole("staff_member", "p")


@pytest.mark.parametrize("principal", ["a", "g", "r", "s", "*"])
def test_a_grant_on_personal_data_proves_that_it_is_handled(principal: str) -> None:
    assert reaches({"principal_id": principal, "data_level": "personal"}, complete=())["handles_pi"] is True


def test_no_personal_data_where_every_grant_is_in_sight_and_below() -> None:
    lower = {"principal_id": "a", "data_level": "internal"}
    other = {"principal_id": "x", "data_level": "important"}
    assert reaches(lower, other)["handles_pi"] is False


def test_a_grant_of_unknown_level_leaves_it_open() -> None:
    assert reason(reaches({"principal_id": "a"}), "handles_pi") == "partial"


@pytest.mark.parametrize("kind", WHOLE)
def test_what_is_out_of_sight_leaves_it_open(kind: str) -> None:
    complete = tuple(name for name in WHOLE if name != kind)
    assert reason(reaches(complete=complete), "handles_pi") == "partial"


def test_an_account_of_an_unknown_person_leaves_it_open() -> None:
    records = {"staff_member": [{"id": "p"}], "identity_account": [{"id": "a"}]}
    assert reason(FakeView(DERIVED, records, WHOLE).whole("staff_member", "p"), "handles_pi") == "partial"


def test_unread_groups_leave_it_open() -> None:
    records = {"staff_member": [{"id": "p"}], "identity_account": [{"id": "a", "staff_id": "p"}]}
    assert reason(FakeView(DERIVED, records, WHOLE).whole("staff_member", "p"), "handles_pi") == "partial"
