"""The person behind an account whose source names them in several ways."""

from __future__ import annotations

from typing import Any

from support.fake_view import FakeView, reason

from collectors.derive import identity_account, staff_member

DERIVED = {"identity_account": identity_account.DERIVED, "staff_member": staff_member.DERIVED}


def account(*people: str, complete: tuple[str, ...] = ("staff_member",), **facts: Any) -> dict[str, Any]:
    records = {
        "identity_account": [{"id": "a", "name": "a", **facts}],
        "staff_member": [{"id": person, "status": "active"} for person in people],
    }
    return FakeView(DERIVED, records, complete).whole("identity_account", "a")


def test_the_first_name_that_the_roster_knows_is_the_person() -> None:
    found = account("z@b.cn", "y@b.cn", person_keys=["staff:e9", "z@b.cn", "y@b.cn"])
    assert (found["staff_id"], found["staff_status"]) == ("z@b.cn", "active")


def test_names_that_the_roster_does_not_know_are_those_of_nobody_in_it() -> None:
    found = account("p", person_keys=["staff:e9", "z@b.cn"])
    assert (found["staff_id"], found["staff_status"]) == ("staff:e9", "unregistered")
    assert reason(account("p", complete=(), person_keys=["staff:e9"]), "staff_status") == "partial"


def test_what_a_source_states_outranks_the_names() -> None:
    assert account("p", "q", staff_id="q", person_keys=["p"])["staff_id"] == "q"


def test_without_a_name_the_reason_stands() -> None:
    unread = [{"field": "staff_id", "reason": "not_in_source", "operation": "names no person"}]
    assert reason(account("p", unread=unread), "staff_id") == "not_in_source"
