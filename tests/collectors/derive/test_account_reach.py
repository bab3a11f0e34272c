"""An account: whether it reaches personal data, and what it administers."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import identity_account

WHOLE = ("access_grant", "database_role")

Found = dict[str, Any]


def account(
    grants: list[Found] | None = None,
    roles: list[Found] | None = None,
    complete: tuple[str, ...] = WHOLE,
    **facts: Any,
) -> Found:
    records = {
        "identity_account": [{"id": "a", "name": "a", **facts}],
        "access_grant": grants or [],
        "database_role": roles or [],
    }
    return FakeView({"identity_account": identity_account.DERIVED}, records, complete).whole("identity_account", "a")


@pytest.mark.parametrize("principal", ["a", "team", "r", "readers", "*"])
def test_a_grant_on_personal_data_reaches_the_account_on_every_way(principal: str) -> None:
    grants = [{"id": "g", "principal_id": principal, "data_level": "personal"}]
    roles = [{"id": "r", "account_id": "a", "member_of": ["readers"]}]
    assert account(grants, roles, complete=(), group_ids=["team"])["reaches_pi"] is True


def test_nothing_personal_is_reached_where_every_grant_is_in_sight() -> None:
    grants = [{"id": "g", "principal_id": "a", "data_level": "internal"}]
    assert account(grants, group_ids=[])["reaches_pi"] is False


@pytest.mark.parametrize(
    ("grants", "complete", "facts"),
    [
        ([{"id": "g", "principal_id": "a"}], WHOLE, {"group_ids": []}),
        ([{"id": "g", "data_level": "none"}], WHOLE, {"group_ids": []}),
        ([], ("access_grant",), {"group_ids": []}),
        ([], ("database_role",), {"group_ids": []}),
        ([], WHOLE, {}),
    ],
)
def test_the_reach_is_open_while_a_grant_may_be_out_of_sight(
    grants: list[Found], complete: tuple[str, ...], facts: Found
) -> None:
    assert reason(account(grants, complete=complete, **facts), "reaches_pi") == "partial"


def test_an_account_administers_what_it_was_granted_and_where_it_is_superuser() -> None:
    grants = [
        {"id": "g", "principal_id": "a", "actions": ["admin"], "resource_id": "bucket"},
        {"id": "h", "principal_id": "a", "actions": ["read"], "resource_id": "other"},
    ]
    roles = [
        {"id": "r", "account_id": "a", "is_superuser": True, "database_id": "crm"},
        {"id": "s", "account_id": "a", "is_superuser": False, "database_id": "hr"},
    ]
    found = account(grants, roles)
    assert (found["administered_scopes"], found["role_ids"]) == (["bucket", "crm", "all"], ["r", "s"])
    assert found["administered_read"] is True


def test_who_administers_nothing_is_covered_by_no_log() -> None:
    assert account()["administered_scopes"] == []


@pytest.mark.parametrize(
    ("grants", "roles", "complete"),
    [
        ([], [], ("access_grant",)),
        ([], [], ("database_role",)),
        ([{"id": "g", "principal_id": "a", "actions": ["admin"]}], [], WHOLE),
        ([{"id": "g", "principal_id": "a", "resource_id": "x"}], [], WHOLE),
        ([], [{"id": "r", "account_id": "a", "database_id": "crm"}], WHOLE),
        ([], [{"id": "r", "account_id": "a", "is_superuser": True}], WHOLE),
    ],
)
def test_what_is_administered_is_out_of_sight_while_a_fact_was_not_read(
    grants: list[Found], roles: list[Found], complete: tuple[str, ...]
) -> None:
    assert reason(account(grants, roles, complete), "administered_read") == "partial"
