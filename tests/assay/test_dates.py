"""Instants and days: read as they are written, counted in the zone of the estate."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from assay import dates
from assay.errors import UsageError

SHANGHAI = dates.zone("Asia/Shanghai")


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("2026-11-21", "2026-11-21T04:00:00Z"),
        ("2026-11-21T08:00:00+08:00", "2026-11-21T00:00:00Z"),
        ("2026-11-21T08:00:00", "2026-11-21T00:00:00Z"),
        ("2026-11-21T00:00:00Z", "2026-11-21T00:00:00Z"),
        ("2026-11-21 08:00", "2026-11-21T00:00:00Z"),
        ("2024-02-29", "2024-02-29T04:00:00Z"),
        ("9999-12-31", "9999-12-31T04:00:00Z"),
    ],
)
def test_a_time_is_read_in_the_zone_unless_it_says_otherwise(text: str, stamp: str) -> None:
    assert dates.stamp(dates.instant(text, SHANGHAI)) == stamp


@pytest.mark.parametrize(
    "text", ["", "today", "2026-02-30", "2026-13-01", "21.11.2026", "2026-11-21T25:00", "2026-1-1"]
)
def test_what_is_no_time_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError, match="use 2026-11-21 or 2026-11-21T08:00:00"):
        dates.instant(text, SHANGHAI)


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../etc/passwd", "/etc/passwd", "Asia", "x" * 300, "a\0b"])
def test_a_zone_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="use an IANA name"):
        dates.zone(name)


def test_now_is_what_the_build_says_where_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795233600")
    assert dates.now() == datetime.fromtimestamp(1795233600, UTC)
    for odd in ("", "soon", "-1"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", odd)
        assert abs((dates.now() - datetime.now(UTC)).total_seconds()) < 5
