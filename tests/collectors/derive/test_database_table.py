"""The level of a table: its own assets, else its tag, else what is said of the whole database."""

from __future__ import annotations

from typing import Any

from support.fake_view import FakeView, reason

from collectors.derive import data_asset, database_instance, database_table

DERIVED = {
    "database_instance": database_instance.DERIVED,
    "database_table": database_table.DERIVED,
    "data_asset": data_asset.DERIVED,
}


def table(facts: dict[str, Any], *assets: dict[str, Any]) -> dict[str, Any]:
    """Return the table with its derived facts; the register of data assets was read wholly."""
    records = {
        "database_instance": [{"id": "db"}],
        "database_table": [{"id": "t", **facts}],
        "data_asset": list(assets),
    }
    return FakeView(DERIVED, records, ("data_asset",)).whole("database_table", "t")


def asset(name: str, level: str, *locations: str) -> dict[str, Any]:
    return {"id": name, "level": level, "location_ids": list(locations)}


def test_the_highest_of_the_assets_that_name_it_counts() -> None:
    assert table({}, asset("a", "personal", "t"), asset("b", "important", "t"))["data_level"] == "important"


def test_the_asset_that_the_table_names_counts_too() -> None:
    found = table({"data_asset_id": "b"}, asset("a", "internal", "t"), asset("b", "sensitive"))
    assert found["data_level"] == "sensitive"


def test_a_table_without_an_asset_has_the_level_of_the_whole_database() -> None:
    whole = asset("a", "public", "db")
    assert table({"database_id": "db", "data_asset_id": "none"}, whole)["data_level"] == "public"


def test_its_own_asset_outweighs_that_of_the_database() -> None:
    found = table({"database_id": "db"}, asset("a", "sensitive", "db"), asset("b", "internal", "t"))
    assert found["data_level"] == "internal"


def test_its_own_tag_outweighs_the_level_of_the_database() -> None:
    found = table({"database_id": "db", "tags": {"data_level": "sensitive"}}, asset("a", "public", "db"))
    assert found["data_level"] == "sensitive"


def test_an_asset_without_a_level_hides_a_low_one() -> None:
    unclear = {"id": "b", "location_ids": ["t"]}
    assert reason(table({"database_id": "db"}, asset("a", "public", "t"), unclear), "data_level") == "partial"


def test_a_table_of_an_unknown_database_has_no_level() -> None:
    assert reason(table({"database_id": "other"}), "data_level") == "not_in_source"
    denied = {"field": "database_id", "reason": "denied"}
    assert reason(table({"unread": [denied]}), "data_level") == "denied"
