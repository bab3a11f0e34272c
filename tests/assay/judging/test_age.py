"""Facts that are older than `max_age` allows count for nothing, and their kinds are not whole."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from support.audits import judging
from support.engines import SetEngine
from support.widgets import TAKEN_AT, SmallPack, resource

from assay.errors import ConfigError
from assay.maximum_age import span, stale
from assay.snapshot.reader import Snapshot
from assay.snapshot.writer import SnapshotWriter


@pytest.mark.parametrize(("text", "hours"), [("12h", 12), ("1d", 24), ("92d", 2208), ("13w", 2184), ("2 d", 48)])
def test_an_age_is_hours_days_or_weeks(text: str, hours: int) -> None:
    assert span(text).total_seconds() == hours * 3600


@pytest.mark.parametrize("text", ["", "d", "1m", "1", "-1d", "1.5d", "one day"])
def test_what_is_no_age_is_refused(text: str) -> None:
    with pytest.raises(ConfigError, match="write 12h, 1d or 13w"):
        span(text)


@pytest.mark.parametrize(
    ("day", "limit", "is_stale"),
    [
        ("2026-11-20", "1d", False),
        ("2026-11-19", "1d", True),
        ("2026-11-14", "1w", False),
        ("2026-11-13", "1w", True),
        ("2000-01-01", None, False),
        ("2026-11-22", "1d", False),
    ],
)
def test_the_last_day_of_the_limit_still_counts(day: str, limit: str | None, is_stale: bool) -> None:
    assert stale(day, limit, date(2026, 11, 21)) is is_stale


def _document(pack: SmallPack, max_age: dict[str, str], now: str | None = None) -> dict[str, Any]:
    """Return what an engine is given: widgets of one source, people of another that is a week old."""
    pack.check("WID-01.1", related=[{"kind": "person", "by": "owner_id"}])
    content = pack.content()
    settings = {"timezone": "Asia/Shanghai", "max_age": max_age}
    folder = pack.root.parent / "s"
    header = {"estate": "A shop", "taken_at": TAKEN_AT, "settings": settings}
    with SnapshotWriter(folder, header, content.schemas) as writer:
        cloud = writer.source("cloud", "aws", "observed")
        cloud.resource("widget", resource("w", size=1, owner_id="p", unread={"color": "denied"}))
        people = writer.source("people", "register", "declared")
        people.data_as_of(date(2026, 11, 14))
        people.resource("person", resource("p", level=3))
        writer.commit()
    with judging(Snapshot.open(folder), content, SetEngine({}), now) as (judge, places):
        checks = list(content.catalogue.checks.values())
        return judge.document("widget", *places["widget"][0], checks)[2]


@pytest.mark.parametrize("max_age", [{}, {"people": "7d"}, {"register": "7d"}, {"people": "7d", "register": "1d"}])
def test_within_the_limit_facts_stand(pack: SmallPack, max_age: dict[str, str]) -> None:
    document = _document(pack, max_age)
    assert document["related"]["person"]["p"]["level"] == 3
    assert document["complete"] == {"person": True}


@pytest.mark.parametrize("max_age", [{"people": "6d"}, {"register": "6d"}, {"people": "1h", "register": "99w"}])
def test_beyond_it_they_are_withdrawn_and_the_kind_is_not_whole(pack: SmallPack, max_age: dict[str, str]) -> None:
    document = _document(pack, max_age)
    person = document["related"]["person"]["p"]
    assert "level" not in person
    assert person["unread"] == [{"field": "level", "reason": "stale"}]
    assert document["complete"] == {"person": False}
    assert document["resources"][0]["size"] == 1, "the other source is fresh"


def test_ages_count_from_the_day_of_judging(pack: SmallPack) -> None:
    (widget,) = _document(pack, {"aws": "30d"}, now="2027-01-01")["resources"]
    assert [(item["field"], item["reason"]) for item in widget["unread"]] == [
        ("color", "denied"),
        ("owner_id", "stale"),
        ("size", "stale"),
    ]
