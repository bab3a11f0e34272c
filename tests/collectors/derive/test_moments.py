"""Days and instants: zones, the end of a day, what a plain day may mean, the ends of the calendar."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from collectors.derive.moments import (
    day_of,
    end_of_day,
    hours_at_least,
    hours_at_most,
    hours_from,
    number_of,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")
LEFT = datetime.fromisoformat("2026-11-19T00:00:00+08:00")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_an_instant_falls_on_a_day_of_the_zone() -> None:
    assert day_of("2026-11-20T16:00:00Z", SHANGHAI) == date(2026, 11, 21)
    assert day_of("2026-11-20T15:59:59Z", SHANGHAI) == date(2026, 11, 20)


def test_a_date_is_a_day_of_its_own() -> None:
    assert day_of("2026-11-20", NEW_YORK) == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "zone", "day"),
    [
        ("0001-01-01T00:00:00Z", NEW_YORK, date(1, 1, 1)),
        ("9999-12-31T23:59:59Z", SHANGHAI, date(9999, 12, 31)),
    ],
)
def test_the_ends_of_the_calendar_are_days(text: str, zone: ZoneInfo, day: date) -> None:
    assert day_of(text, zone) == day


def test_days_are_numbered_from_1970() -> None:
    assert (number_of(date(1970, 1, 1)), number_of(date(2026, 11, 20))) == (0, 20777)


def test_a_day_ends_at_its_24th_hour_in_the_zone() -> None:
    assert end_of_day("2026-11-18", SHANGHAI).isoformat() == "2026-11-19T00:00:00+08:00"


def test_the_last_day_of_the_calendar_has_an_end() -> None:
    assert end_of_day("9999-12-31", SHANGHAI).date() == date.max


def test_hours_to_the_last_day_of_the_calendar_can_be_told() -> None:
    assert hours_from(LEFT, end_of_day("9999-12-31", NEW_YORK)) > 69_000_000


@pytest.mark.parametrize(
    ("end", "hours"),
    [
        ("2026-11-19T00:00:00+08:00", 0),
        ("2026-11-19T00:00:00.000001+08:00", 1),
        ("2026-11-20T00:00:00+08:00", 24),
        ("2026-11-19T16:00:01Z", 25),
        ("2026-11-18T22:30:00+08:00", -1),
    ],
)
def test_a_begun_hour_counts(end: str, hours: int) -> None:
    assert hours_from(LEFT, at(end)) == hours


def test_an_hour_that_the_clocks_skip_is_no_hour() -> None:
    start = end_of_day("2026-03-07", NEW_YORK)
    assert hours_from(start, end_of_day("2026-03-08", NEW_YORK)) == 23


def test_a_plain_day_means_any_instant_after_its_start_and_up_to_its_end() -> None:
    assert (hours_at_least(LEFT, "2026-11-20", SHANGHAI), hours_at_most(LEFT, "2026-11-20", SHANGHAI)) == (
        25,
        48,
    )


def test_the_day_itself_lies_before_its_end() -> None:
    assert (hours_at_least(LEFT, "2026-11-18", SHANGHAI), hours_at_most(LEFT, "2026-11-18", SHANGHAI)) == (
        -23,
        0,
    )


def test_an_instant_has_one_meaning() -> None:
    moment = "2026-11-19T20:00:00+08:00"
    assert hours_at_least(LEFT, moment, SHANGHAI) == hours_at_most(LEFT, moment, SHANGHAI) == 20
