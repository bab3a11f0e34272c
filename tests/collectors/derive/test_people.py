"""Whom a grant serves: people behind accounts, groups and database roles, and the roles themselves."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import access_grant

DERIVED = {"access_grant": access_grant.DERIVED}
WHOLE = ("database_role", "identity_account")
ACCOUNTS: list[dict[str, Any]] = [
    {"id": "a", "staff_id": "p", "group_ids": ["team"]},
    {"id": "b", "staff_id": "q", "group_ids": ["team"]},
    {"id": "robot", "staff_id": "none", "group_ids": []},
    {"id": "lost", "staff_id": "gone", "group_ids": []},
    {"id": "unread", "group_ids": []},
]
ROLES: list[dict[str, Any]] = [
    {"id": "r", "account_id": "a", "can_login": True, "member_of": ["readers"]},
    {"id": "s", "account_id": "b", "can_login": True, "member_of": ["readers"]},
    {"id": "off", "account_id": "robot", "can_login": False, "member_of": ["readers"]},
    {"id": "readers", "account_id": "none", "can_login": False, "member_of": []},
]


def grant(
    kind: str | None,
    principal: str | None,
    complete: tuple[str, ...] = WHOLE,
    roles: list[dict[str, Any]] = ROLES,
    **facts: Any,
) -> dict[str, Any]:
    held = {"principal_type": kind, "principal_id": principal}
    records: dict[str, list[dict[str, Any]]] = {
        "access_grant": [{"id": "g", **{name: value for name, value in held.items() if value}, **facts}],
        "identity_account": ACCOUNTS,
        "database_role": roles,
        "staff_member": [{"id": "p"}, {"id": "q"}],
        "storage_bucket": [{"id": "x", "tags": {"team": "crm"}}, {"id": "y"}],
    }
    return FakeView(DERIVED, records, complete).whole("access_grant", "g")


@pytest.mark.parametrize(
    ("kind", "principal", "people"),
    [
        ("account", "a", ["p"]),
        ("account", "robot", []),
        ("group", "team", ["p", "q"]),
        ("database_role", "r", ["p"]),
        ("database_role", "readers", ["p", "q"]),
        ("external", "999999999999", []),
        ("public", "*", []),
    ],
)
def test_people_are_found_on_every_way(kind: str, principal: str, people: list[str]) -> None:
    found = grant(kind, principal)
    assert (found["people_ids"], found["people_read"]) == (people, True)


@pytest.mark.parametrize(
    ("principal", "why"), [("lost", "partial"), ("unread", "not_in_source"), ("unheard", "partial")]
)
def test_a_way_that_ends_in_nothing_leaves_people_out_of_sight(principal: str, why: str) -> None:
    found = grant("account", principal)
    assert found["people_ids"] == []
    assert reason(found, "people_read") == why


@pytest.mark.parametrize(("kind", "principal"), [(None, "a"), ("account", None), ("group", None), (None, None)])
def test_nobody_is_known_behind_an_unread_principal(kind: str | None, principal: str | None) -> None:
    found = grant(kind, principal)
    assert found["people_ids"] == []
    assert reason(found, "people_read") == "partial"


@pytest.mark.parametrize(
    ("kind", "principal", "complete"), [("group", "team", ("database_role",)), ("database_role", "readers", ())]
)
def test_members_found_in_part_are_people_all_the_same(kind: str, principal: str, complete: tuple[str, ...]) -> None:
    found = grant(kind, principal, complete)
    assert found["people_ids"] == ["p", "q"]
    assert reason(found, "people_read") == "partial"


def test_the_account_of_one_person_needs_no_whole_register() -> None:
    assert grant("account", "a", ())["people_read"] is True


def test_roles_are_the_holder_and_the_members_that_log_in() -> None:
    assert grant("database_role", "readers")["role_ids"] == ["r", "readers", "s"]
    assert grant("database_role", "r")["role_ids"] == ["r"]
    assert grant("database_role", "readers")["roles_read"] is True


def test_other_principals_have_no_roles() -> None:
    found = grant("account", "a")
    assert (found["role_ids"], found["roles_read"]) == ([], True)


def test_a_member_that_may_log_in_leaves_roles_and_people_out_of_sight() -> None:
    found = grant("database_role", "readers", roles=[*ROLES, {"id": "t", "account_id": "a", "member_of": ["readers"]}])
    assert {reason(found, "roles_read"), reason(found, "people_read")} == {"not_in_source"}


def test_what_hides_the_members_of_a_role_is_named() -> None:
    hidden = {"field": "member_of", "reason": "denied", "operation": "SELECT ON pg_auth_members"}
    role = {"id": "alone", "can_login": True, "account_id": "a", "unread": [hidden]}
    found = grant("database_role", "alone", ("identity_account",), [role])
    (why,) = [item for item in found["unread"] if item["field"] == "people_read"]
    assert (why["reason"], why["operation"]) == ("denied", "SELECT ON pg_auth_members")


def test_a_role_that_was_not_read_has_unknown_members() -> None:
    found = grant("database_role", "unheard")
    assert (found["role_ids"], reason(found, "roles_read"), reason(found, "people_read")) == ([], "partial", "partial")
    assert reason(grant(None, "r"), "roles_read") == "not_in_source"


def test_tags_are_written_as_job_roles_name_them() -> None:
    assert grant("account", "a", resource_type="storage_bucket", resource_id="x")["resource_tags"] == ["tag:team=crm"]


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"resource_id": "x"}, "not_in_source"),
        ({"resource_type": "storage_bucket"}, "not_in_source"),
        ({"resource_type": "storage_bucket", "resource_id": "y"}, "not_in_source"),
        ({"resource_type": "storage_bucket", "resource_id": "z"}, "partial"),
    ],
)
def test_tags_that_were_not_read_are_unread(facts: dict[str, Any], why: str) -> None:
    assert reason(grant("account", "a", **facts), "resource_tags") == why
