"""How long ago a source of logs wrote its last record."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import log_source


def log(**facts: Any) -> dict[str, Any]:
    """Return the source with its derived facts, judged at noon."""
    view = FakeView({"log_source": log_source.DERIVED}, {"log_source": [{"id": "l", **facts}]})
    return view.whole("log_source", "l")


@pytest.mark.parametrize(
    ("last", "since", "silent"),
    [
        ("2026-11-21T11:00:00+08:00", 1, 1),
        ("2026-11-21T03:30:00Z", 1, 1),
        ("2026-11-20T12:00:00+08:00", 24, 24),
        ("2026-11-20T11:59:00+08:00", 25, 25),
        ("2026-11-20", 36, 12),
        ("2026-11-21T23:00:00+08:00", -11, -11),
        ("never", "never", "never"),
    ],
)
def test_begun_hours_count_and_a_plain_day_leaves_a_day_open(last: str, since: object, silent: object) -> None:
    found = log(last_event_at=last)
    assert (found["hours_since_last_event"], found["hours_silent"]) == (since, silent)


def test_a_record_of_a_day_to_come_proves_nothing() -> None:
    assert reason(log(last_event_at="2026-11-22"), "hours_since_last_event") == "corrupt"
    assert reason(log(last_event_at="2027-01-01T00:00:00Z"), "hours_silent") == "corrupt"


def test_a_time_that_was_not_read_has_its_reason() -> None:
    found = log(unread=[{"field": "last_event_at", "reason": "denied"}])
    assert reason(found, "hours_since_last_event") == "denied"
    assert reason(found, "hours_silent") == "denied"
