"""A database: whether its roles are in sight, what reviews may name, how old it is."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import database_instance

WHOLE = ("database_role",)


def database(roles: list[dict[str, Any]], complete: tuple[str, ...] = WHOLE, **facts: Any) -> dict[str, Any]:
    records = {"database_instance": [{"id": "d", **facts}], "database_role": roles}
    view = FakeView({"database_instance": database_instance.DERIVED}, records, complete)
    return view.whole("database_instance", "d")


@pytest.mark.parametrize("roles", [[], [{"id": "r", "database_id": "d"}]])
def test_roles_are_in_sight_where_they_were_read_wholly(roles: list[dict[str, Any]]) -> None:
    assert database(roles)["roles_read"] is True


@pytest.mark.parametrize(
    ("roles", "complete"),
    [
        ([{"id": "r", "database_id": "other"}], WHOLE),
        ([{"id": "r", "database_id": "d"}, {"id": "s"}], WHOLE),
        ([{"id": "r", "database_id": "d"}], ()),
        ([], ()),
    ],
)
def test_roles_may_be_out_of_sight(roles: list[dict[str, Any]], complete: tuple[str, ...]) -> None:
    assert reason(database(roles, complete), "roles_read") == "partial"


def test_a_review_may_name_the_database_or_everything() -> None:
    assert database([])["review_scopes"] == ["d", "all"]


def test_the_age_of_a_database() -> None:
    found = database([], created_at="2026-11-01")
    assert (found["days_since_created"], found["created_day"]) == (20, 20758)
