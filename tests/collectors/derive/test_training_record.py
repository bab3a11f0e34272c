"""A training record: its course, and whether it was completed with success."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import training_record

DERIVED = {"training_record": training_record.DERIVED}


def record(course: dict[str, Any] | None = None, *, whole: bool = True, **facts: Any) -> dict[str, Any]:
    """Return the record, which names course c, with its derived facts."""
    records = {
        "training_record": [{"id": "t", "course_id": "c", **facts}],
        "training_course": [] if course is None else [{"id": "c", **course}],
    }
    return FakeView(DERIVED, records, ("training_course",) if whole else ()).whole("training_record", "t")


def test_a_test_that_was_passed_is_a_success_whatever_the_course() -> None:
    assert record(passed=True, whole=False)["successful"] is True


@pytest.mark.parametrize("facts", [{"passed": False}, {}])
def test_a_course_without_a_test_is_a_success(facts: dict[str, Any]) -> None:
    assert record({"assessed": False}, **facts)["successful"] is True


@pytest.mark.parametrize("course", [{"assessed": True}, None])
def test_a_test_that_was_not_passed_is_none(course: dict[str, Any] | None) -> None:
    assert record(course, passed=False)["successful"] is False


def test_no_course_at_all_excuses_nothing() -> None:
    assert record(passed=False, course_id="none")["successful"] is False


def test_success_is_open_where_result_or_course_was_not_read() -> None:
    assert reason(record({"assessed": True}), "successful") == "not_in_source"
    assert reason(record({}, passed=False), "successful") == "not_in_source"
    assert reason(record(passed=False, whole=False), "successful") == "partial"
    assert reason(record(), "successful") == "not_in_source"


def test_the_kind_of_the_course() -> None:
    assert record({"kind": "general"})["course_kind"] == "general"
    assert record()["course_kind"] == "unregistered"
    assert reason(record(whole=False), "course_kind") == "partial"
    assert reason(record({}), "course_kind") == "not_in_source"


def test_days_since_completion_may_lie_ahead() -> None:
    assert record(completed_at="2026-11-22")["days_since_completed"] == -1
