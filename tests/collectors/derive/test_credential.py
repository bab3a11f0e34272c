"""A credential: its age, and how long it lies idle."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import credential


def key(**facts: Any) -> dict[str, Any]:
    return FakeView({"credential": credential.DERIVED}, {"credential": [{"id": "c", **facts}]}).whole("credential", "c")


def test_age_and_idleness_are_counted_from_the_last_rotation_and_use() -> None:
    found = key(created_at="2020-01-01", last_rotated_at="2026-11-11", last_used_at="2026-11-20T23:00:00+08:00")
    assert (found["age_days"], found["idle_days"]) == (10, 1)


def test_both_are_counted_from_creation_where_there_was_none() -> None:
    found = key(created_at="2026-11-01", last_rotated_at="never", last_used_at="never")
    assert (found["age_days"], found["idle_days"]) == (20, 20)


@pytest.mark.parametrize("facts", [{"created_at": "2026-11-01"}, {"last_rotated_at": "never", "last_used_at": "never"}])
def test_neither_is_guessed(facts: dict[str, Any]) -> None:
    found = key(**facts)
    assert reason(found, "age_days") == reason(found, "idle_days") == "not_in_source"
