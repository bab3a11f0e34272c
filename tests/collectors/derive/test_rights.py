"""The rights of a person: their principals, the grants of these, and what reviews may name."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import staff_member

WHOLE = ("identity_account", "database_role", "access_grant")
GRANTS = [
    {"id": "g1", "principal_id": "a", "resource_id": "crm"},
    {"id": "g2", "principal_id": "team", "resource_id": "hr"},
    {"id": "g3", "principal_id": "r", "resource_id": "crm"},
    {"id": "g4", "principal_id": "readers"},
    {"id": "g5", "principal_id": "off", "resource_id": "other"},
    {"id": "g6", "principal_id": "b", "resource_id": "other"},
]
ACCOUNT = {"id": "a", "staff_id": "p", "group_ids": ["team"]}
LOGIN = {"id": "r", "account_id": "a", "can_login": True, "member_of": ["readers"]}
CLOSED = {"id": "off", "account_id": "a", "can_login": False, "member_of": []}


def person(
    complete: tuple[str, ...] = WHOLE,
    account: dict[str, Any] = ACCOUNT,
    role: dict[str, Any] = LOGIN,
) -> dict[str, Any]:
    records = {
        "staff_member": [{"id": "p"}],
        "identity_account": [account, {"id": "b", "staff_id": "q", "group_ids": []}],
        "database_role": [role, CLOSED],
        "access_grant": GRANTS,
    }
    return FakeView({"staff_member": staff_member.DERIVED}, records, complete).whole("staff_member", "p")


def test_grants_of_accounts_groups_and_log_in_roles_are_the_person_s() -> None:
    found = person()
    assert found["principal_ids"] == ["a", "r"]
    assert found["grant_ids"] == ["g1", "g2", "g3", "g4"]
    assert found["grants_read"] is True


def test_a_review_may_name_the_person_what_they_reach_or_everything() -> None:
    assert person()["review_scopes"] == ["crm", "hr", "p", "all"]


@pytest.mark.parametrize("kind", WHOLE)
def test_grants_are_out_of_sight_while_a_register_is_partial(kind: str) -> None:
    found = person(tuple(name for name in WHOLE if name != kind))
    assert found["grant_ids"] == ["g1", "g2", "g3", "g4"]
    assert reason(found, "grants_read") == "partial"


@pytest.mark.parametrize(
    ("account", "role"),
    [
        ({"id": "a", "staff_id": "p"}, LOGIN),
        (ACCOUNT, {"id": "r", "account_id": "a", "can_login": True}),
        (ACCOUNT, {"id": "r", "account_id": "a", "member_of": ["readers"]}),
    ],
)
def test_grants_are_out_of_sight_while_groups_or_log_in_were_not_read(
    account: dict[str, Any], role: dict[str, Any]
) -> None:
    assert reason(person(account=account, role=role), "grants_read") == "partial"


def test_a_role_that_may_log_in_is_not_counted_as_the_person_s() -> None:
    found = person(role={"id": "r", "account_id": "a", "member_of": ["readers"]})
    assert (found["principal_ids"], found["grant_ids"]) == (["a"], ["g1", "g2"])
