"""The table of end-of-support dates."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from assay import yaml_reader
from collectors.derive import engine_support
from collectors.derive.engine_support import Support, find

ENTRIES = yaml_reader.load(Path(engine_support.__file__).with_suffix(".yaml"))


@pytest.mark.parametrize(
    ("engine", "version", "end"),
    [
        ("postgresql", "16", "2028-11-09"),
        ("postgresql", "16.11 (Debian 16.11-1.pgdg120+1)", "2028-11-09"),
        ("mysql", "8.0.44-0ubuntu0.22.04.1", "2026-04-30"),
        ("mariadb", "10.11.15-MariaDB-log", "2028-02-16"),
    ],
)
def test_a_version_is_found_by_its_major_part(engine: str, version: str, end: str) -> None:
    assert find(engine, version, "self_hosted") == Support(end, end)


@pytest.mark.parametrize(
    ("engine", "version"),
    [("postgresql", "9.6.24"), ("postgresql", "v16"), ("mysql", "8"), ("mysql", "9.5.0"), ("aurora", "8.0")],
)
def test_what_the_table_does_not_have_is_not_found(engine: str, version: str) -> None:
    assert find(engine, version, "self_hosted") is None


def test_aurora_is_found_by_its_dialect() -> None:
    assert find("aurora-mysql", "5.7.mysql_aurora.2.11.3", "aws") == Support("2024-10-31", "2027-02-28")
    assert find("aurora-postgresql", "16.4", "aws") == Support("2029-02-28", "2032-02-29")
    assert find("aurora-postgresql", "16.4", "self_hosted") is None


def test_only_extended_support_is_left_between_the_two_ends() -> None:
    support = Support("2026-07-31", "2029-07-31")
    days = [date(2026, 7, 31), date(2026, 8, 1), date(2029, 7, 31), date(2029, 8, 1)]
    assert [support.only_extended_on(day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry['engine']} {entry['hosting'][0]}")
def test_every_entry_names_its_source_and_real_dates(entry: dict[str, dict[str, str]]) -> None:
    assert str(entry["source"]).startswith("https://")
    ends = entry["ends"]
    for major, extended in entry.get("extended_ends", {}).items():
        assert date.fromisoformat(extended) - date.fromisoformat(ends[major]) > timedelta(days=365)
    dates = [date.fromisoformat(end) for end in ends.values()]
    assert dates == sorted(dates), "versions stand in the order in which their support ends"
