"""A training course: when it was last held."""

from __future__ import annotations

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import training_course


@pytest.mark.parametrize(("held", "days"), [("2026-11-20", 1), ("2026-11-22", -1), ("never", "never")])
def test_days_since_a_course_was_held(held: str, days: int | str) -> None:
    view = FakeView({"training_course": training_course.DERIVED}, {"training_course": [{"id": "c", "held_at": held}]})
    assert view.whole("training_course", "c")["days_since_held"] == days


def test_a_day_that_was_not_read_is_unread() -> None:
    view = FakeView({"training_course": training_course.DERIVED}, {"training_course": [{"id": "c"}]})
    assert reason(view.whole("training_course", "c"), "days_since_held") == "not_in_source"
