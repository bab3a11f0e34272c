"""Whether a disposal was carried out, when, and since when it has been due."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import destruction_record


def record(**facts: Any) -> dict[str, Any]:
    """Return the record with its derived facts."""
    records = {"destruction_record": [{"id": "d", **facts}]}
    return FakeView({"destruction_record": destruction_record.DERIVED}, records).whole("destruction_record", "d")


@pytest.mark.parametrize(("day", "done"), [("2026-11-21", True), ("2026-11-22", False), ("none", False)])
def test_done_on_or_before_today(day: str, done: bool) -> None:
    assert record(executed_at=day)["is_done"] is done


def test_whether_it_was_done_is_unread_with_its_date() -> None:
    found = record(unread=[{"field": "executed_at", "reason": "corrupt"}])
    assert reason(found, "is_done") == "corrupt"
    assert reason(found, "days_since_executed") == "corrupt"


def test_days_count_from_the_due_date_and_from_the_disposal() -> None:
    found = record(due_at="2026-12-01", executed_at="2026-11-01")
    assert (found["days_since_due"], found["days_since_executed"]) == (-10, 20)
