"""The clock of a duty: exact where times are written, a span where only a day is."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from support.fake_view import FakeView

from assay.derive import Missing
from collectors.derive.incidents import clock

BEIJING = ZoneInfo("Asia/Shanghai")
DETECTED = "2026-11-10T09:00:00+08:00"


@pytest.mark.parametrize(
    ("end", "minutes"),
    [
        ("2026-11-10T13:00:00+08:00", 240),
        ("2026-11-10T13:00:01+08:00", 241),
        ("2026-11-10T12:59:01+08:00", 240),
        ("2026-11-10T05:00:00Z", 240),
        ("2026-11-10T09:00:00+08:00", 0),
        ("2026-11-10T08:45:00+08:00", -15),
        ("2026-11-10T08:44:59+08:00", -16),
    ],
)
def test_a_begun_minute_counts_away_from_the_start(end: str, minutes: int) -> None:
    assert clock.span(DETECTED, end, BEIJING) == (minutes, minutes)


def test_a_day_alone_is_any_moment_of_it_but_not_before_the_start() -> None:
    assert clock.span(DETECTED, "2026-11-10", BEIJING) == (0, 15 * 60)
    assert clock.span(DETECTED, "2026-11-11", BEIJING) == (15 * 60 + 1, 39 * 60)
    assert clock.span("2026-11-10", "2026-11-10", BEIJING) == (0, 24 * 60)


def test_an_earlier_day_is_before_the_start_at_any_hour() -> None:
    least, most = clock.span(DETECTED, "2026-11-09", BEIJING)
    assert (least, most) == (-33 * 60, -9 * 60)


def test_hours_pass_as_they_do_where_the_clock_is_put_back() -> None:
    # Berlin has the hour from two to three twice on 2026-10-25.
    least, most = clock.span("2026-10-24T12:00:00+02:00", "2026-10-25T12:00:00+01:00", ZoneInfo("Europe/Berlin"))
    assert (least, most) == (25 * 60, 25 * 60)
    assert clock.span("2026-10-25", "2026-10-25", ZoneInfo("Europe/Berlin"))[1] == 25 * 60


def test_the_years_at_the_ends_of_the_calendar_are_no_trouble() -> None:
    assert clock.span("0001-01-01T00:00:00+08:00", "9999-12-31T23:59:59-08:00", BEIJING)[0] > 0


def test_what_lies_ahead_did_not_happen() -> None:
    view = FakeView({}, {})
    assert clock.has_happened("2026-11-21T12:00:00+08:00", view)
    assert clock.has_happened("2026-11-21", view)
    assert not clock.has_happened("2026-11-21T12:00:01+08:00", view)
    assert not clock.has_happened("2026-11-22", view)


def test_minutes_are_none_where_the_end_did_not_happen_whatever_the_start() -> None:
    view = FakeView({}, {})
    assert clock.minutes_between(Missing("denied"), "none", view) == "none"
    assert clock.minutes_between(DETECTED, "2026-11-22", view) == "none"
    assert clock.minutes_between(DETECTED, "2026-11-10T09:30:00+08:00", view) == (30, 30)


def test_minutes_are_missing_with_the_reason_of_what_is() -> None:
    view = FakeView({}, {})
    assert clock.minutes_between(Missing("denied"), "2026-11-10", view) == Missing("denied")
    assert clock.minutes_between(DETECTED, Missing("corrupt"), view) == Missing("corrupt")
    assert clock.minutes_between("unknown", "2026-11-10", view) == Missing()


def test_age_is_below_zero_before_the_start() -> None:
    view = FakeView({}, {})
    assert clock.age_of("2026-11-21T11:00:00+08:00", view) == (60, 60)
    assert clock.age_of("2026-11-21T13:00:00+08:00", view) == (-60, -60)
    assert clock.age_of("2026-11-21", view) == (0, 12 * 60)
    assert clock.age_of(Missing("denied"), view) == Missing("denied")
    assert clock.age_of("unknown", view) == Missing()


def test_the_wall_shows_the_time_of_the_estate() -> None:
    assert clock.wall_minute("2026-11-10T01:05:30Z", BEIJING) == 29905025
    assert clock.offset("2026-11-10T01:05:30Z", BEIJING) == "+08:00"
    assert clock.wall_minute("2026-11-10", BEIJING) == 29905025 - 545
