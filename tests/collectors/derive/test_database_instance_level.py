"""The level of a database: the highest of what is said of the whole and of its tables."""

from __future__ import annotations

from typing import Any

from support.fake_view import FakeView, reason

from collectors.derive import data_asset, database_instance, database_table

DERIVED = {
    "database_instance": database_instance.DERIVED,
    "database_table": database_table.DERIVED,
    "data_asset": data_asset.DERIVED,
}


def database(
    facts: dict[str, Any] | None = None,
    tables: tuple[str, ...] = (),
    assets: tuple[dict[str, Any], ...] = (),
    complete: tuple[str, ...] = ("data_asset", "database_table"),
) -> dict[str, Any]:
    """Return the database with its derived facts."""
    records = {
        "database_instance": [{"id": "db", **(facts or {})}],
        "database_table": [{"id": table, "database_id": "db"} for table in tables],
        "data_asset": list(assets),
    }
    return FakeView(DERIVED, records, complete).whole("database_instance", "db")


def asset(location: str, level: str) -> dict[str, Any]:
    return {"id": f"{level} in {location}", "level": level, "location_ids": [location]}


def test_the_highest_level_of_whole_and_tables_counts() -> None:
    found = database(tables=("t",), assets=(asset("db", "internal"), asset("t", "sensitive")))
    assert found["own_level"] == "internal"
    assert found["data_level"] == "sensitive"
    assert found["judged_level"] == "sensitive"


def test_nothing_classified_is_judged_as_personal() -> None:
    found = database()
    assert reason(found, "data_level") == "not_in_source"
    assert found["judged_level"] == "personal"


def test_the_tag_counts_where_no_asset_names_the_database() -> None:
    assert database({"tags": {"data-level": "public"}})["data_level"] == "public"


def test_a_table_that_nobody_classified_hides_a_low_level() -> None:
    found = database(tables=("t", "u"), assets=(asset("t", "public"),))
    assert reason(found, "data_level") == "partial"
    assert found["judged_level"] == "personal"


def test_a_table_that_nobody_classified_hides_no_high_level() -> None:
    assert database(tables=("t", "u"), assets=(asset("t", "sensitive"),))["data_level"] == "sensitive"


def test_low_tables_prove_a_low_level_where_all_were_read() -> None:
    assert database(tables=("t",), assets=(asset("t", "public"),))["data_level"] == "public"


def test_low_tables_prove_nothing_where_some_were_not_read() -> None:
    found = database(tables=("t",), assets=(asset("t", "public"),), complete=("data_asset",))
    assert reason(found, "data_level") == "partial"


def test_what_is_said_of_the_whole_holds_for_tables_that_were_not_read() -> None:
    assert database(assets=(asset("db", "public"),), complete=("data_asset",))["data_level"] == "public"
