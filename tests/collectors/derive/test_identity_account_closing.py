"""An account after its person left: how it was closed, whether it was used, when it was last seen open."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import identity_account, staff_member

DERIVED = {"identity_account": identity_account.DERIVED, "staff_member": staff_member.DERIVED}


def account(staff: dict[str, Any] | None = None, **facts: Any) -> dict[str, Any]:
    """Return the account with its derived facts; person p is in the roster where given."""
    records = {
        "identity_account": [{"id": "a", "name": "a", **facts}],
        "staff_member": [] if staff is None else [{"id": "p", **staff}],
    }
    return FakeView(DERIVED, records, ("staff_member",)).whole("identity_account", "a")


def leaver(**facts: Any) -> dict[str, Any]:
    return account(staff={"status": "left", "end_date": "2026-11-18"}, staff_id="p", **facts)


def test_hours_from_leaving_to_closing() -> None:
    found = leaver(disabled_at="2026-11-19T20:00:00+08:00", disabled_after="2026-11-19T10:00:01+08:00")
    assert (found["hours_to_disabled_after"], found["hours_to_disabled_at"]) == (11, 20)


def test_a_plain_day_is_read_at_its_worst() -> None:
    found = leaver(disabled_at="2026-11-20", disabled_after="2026-11-20")
    assert (found["hours_to_disabled_after"], found["hours_to_disabled_at"]) == (25, 48)


@pytest.mark.parametrize(
    "found",
    [
        leaver(disabled_at="none"),
        account(staff_id="none"),
        account(staff={"end_date": "none"}, staff_id="p"),
    ],
)
def test_no_hours_where_nobody_left_or_nothing_was_closed(found: dict[str, Any]) -> None:
    assert found["hours_to_disabled_at"] == "none"


def test_hours_are_open_where_the_person_or_the_moment_was_not_read() -> None:
    assert reason(leaver(), "hours_to_disabled_at") == "not_in_source"
    assert reason(account(staff_id="x", disabled_at="2026-11-20"), "hours_to_disabled_at") == "not_in_source"
    assert reason(account(disabled_at="2026-11-20"), "hours_to_disabled_at") == "not_in_source"


@pytest.mark.parametrize(
    ("login", "used"),
    [
        ("never", False),
        ("2026-11-18", False),
        ("2026-11-19", True),
        ("2026-11-19T00:00:00+08:00", False),
        ("2026-11-18T16:00:01Z", True),
    ],
)
def test_used_after_leaving(login: str, used: bool) -> None:
    assert leaver(last_login_at=login)["used_after_leaving"] is used


def test_use_after_leaving_is_open_where_log_in_or_person_was_not_read() -> None:
    assert reason(leaver(), "used_after_leaving") == "not_in_source"
    assert reason(account(last_login_at="2026-11-19"), "used_after_leaving") == "not_in_source"


def test_nobody_uses_an_account_after_a_leaving_that_is_not_dated() -> None:
    found = account(staff={"status": "left", "end_date": "none"}, staff_id="p", last_login_at="2026-11-19")
    assert found["used_after_leaving"] is False


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        ({"disabled_after": "2026-11-01", "last_login_at": "2026-10-01"}, 20),
        ({"disabled_after": "none", "last_login_at": "2026-10-22"}, 30),
        ({"last_login_at": "never"}, "none"),
        ({}, "none"),
    ],
)
def test_last_seen_open_is_the_latest_trace(facts: dict[str, Any], days: object) -> None:
    assert account(**facts)["days_since_seen_open"] == days
