"""Reading a record: facts, words in place of dates, and why something is absent."""

from __future__ import annotations

import pytest
from support.fake_view import FakeView

from assay.derive import Missing
from collectors.derive.reading import age_of, day_number_of, fact, moment, unread

DENIED = {"unread": [{"field": "x", "reason": "denied", "operation": "iam:GetUser"}]}
VIEW = FakeView({}, {})


def test_an_unread_field_keeps_its_reason() -> None:
    assert unread(DENIED, "x") == Missing("denied", "iam:GetUser")
    assert fact(DENIED, "x") == Missing("denied", "iam:GetUser")


def test_a_field_that_nobody_tried_is_not_in_the_source() -> None:
    assert unread({"unread": []}, "x") == Missing("not_in_source")


def test_what_is_there_is_a_fact_even_when_it_is_false() -> None:
    assert fact({"x": False}, "x") is False


@pytest.mark.parametrize("text", ["2026-02-30", "2026-11-20T10:00:00+99:99", "0000-01-01"])
def test_a_moment_that_no_calendar_has_is_corrupt(text: str) -> None:
    assert moment({"x": text}, "x") == Missing("corrupt")


@pytest.mark.parametrize("word", ["none", "never", "unknown", "open_ended"])
def test_a_word_stands_for_itself(word: str) -> None:
    assert moment({"x": word}, "x") == word
    assert age_of("x").make({"x": word}, VIEW) == word
    assert day_number_of("x").make({"x": word}, VIEW) == word


@pytest.mark.parametrize(
    ("text", "days"),
    [("2026-11-21", 0), ("2026-11-22", -1), ("2025-11-21", 365), ("2026-11-20T16:00:00Z", 0)],
)
def test_age_counts_whole_days_of_the_zone(text: str, days: int) -> None:
    assert age_of("x").make({"x": text}, VIEW) == days


def test_the_day_of_an_instant_is_numbered_in_the_zone() -> None:
    assert day_number_of("x").make({"x": "2026-11-20T16:00:00Z"}, VIEW) == 20778


def test_neither_age_nor_number_of_what_was_not_read() -> None:
    assert age_of("x").make(DENIED, VIEW) == Missing("denied", "iam:GetUser")
    assert day_number_of("x").make(DENIED, VIEW) == Missing("denied", "iam:GetUser")
