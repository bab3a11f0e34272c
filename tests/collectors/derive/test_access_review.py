"""A review of access: its day, and how long its removals took."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import access_review


def review(**facts: Any) -> dict[str, Any]:
    view = FakeView({"access_review": access_review.DERIVED}, {"access_review": [{"id": "r", **facts}]})
    return view.whole("access_review", "r")


def test_days_are_counted_from_the_review() -> None:
    found = review(performed_at="2026-11-01", revocations_done_at="2026-11-15")
    assert (found["days_since_performed"], found["performed_day"]) == (20, 20758)
    assert (found["days_since_revocations_done"], found["days_to_revocations"]) == (6, 14)


def test_open_removals_took_no_days_yet() -> None:
    found = review(performed_at="2026-11-01", revocations_done_at="none")
    assert (found["days_since_revocations_done"], found["days_to_revocations"]) == ("none", "none")


@pytest.mark.parametrize("facts", [{"performed_at": "2026-11-01"}, {"revocations_done_at": "2026-11-15"}])
def test_the_removals_took_an_unknown_time_while_a_day_was_not_read(facts: dict[str, Any]) -> None:
    assert reason(review(**facts), "days_to_revocations") == "not_in_source"
