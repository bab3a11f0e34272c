"""In which stores the data of a vendor lie, where these are copied to, and what may be out of sight."""

from __future__ import annotations

from typing import Any

from support.fake_view import FakeView, reason

from collectors.derive.stores import STORES

Records = dict[str, list[dict[str, Any]]]

PLACES: Records = {
    "storage_bucket": [{"id": "b", "replication_targets": ["copy"]}, {"id": "copy"}, {"id": "other"}],
    "database_instance": [{"id": "d"}, {"id": "e"}],
    "database_table": [{"id": "t", "database_id": "e"}, {"id": "lost", "database_id": "gone"}, {"id": "silent"}],
    "application": [{"id": "app"}],
    "document_class": [{"id": "paper"}],
}


def vendor(locations: list[str] | None, asset: str = "a", **places: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a vendor whose one data asset lies in some places."""
    assets: list[dict[str, Any]] = [{"id": "a"} if locations is None else {"id": "a", "location_ids": locations}]
    records: Records = {"vendor": [{"id": "v", "data_asset_ids": [asset]}], "data_asset": assets, **PLACES, **places}
    return FakeView({"vendor": STORES}, records).whole("vendor", "v")


def test_stores_are_the_buckets_and_databases_that_assets_name() -> None:
    made = vendor(["b", "d", "t", "app", "paper"])
    assert made["bucket_ids"] == ["b"]
    assert made["database_ids"] == ["d", "e"]
    assert made["stores_read"] is True


def test_assets_may_lie_in_no_store() -> None:
    made = vendor(["app", "paper"])
    assert (made["bucket_ids"], made["database_ids"], made["stores_read"]) == ([], [], True)


def test_a_place_that_is_nowhere_in_the_snapshot_may_be_a_store() -> None:
    made = vendor(["b", "elsewhere"])
    assert made["bucket_ids"] == ["b"]
    assert reason(made, "stores_read") == "partial"


def test_a_table_whose_database_was_not_read_may_lie_anywhere() -> None:
    assert reason(vendor(["lost"]), "stores_read") == "partial"
    assert reason(vendor(["silent"]), "stores_read") == "not_in_source"


def test_an_asset_that_was_not_read_may_lie_anywhere() -> None:
    assert reason(vendor(["b"], asset="gone"), "stores_read") == "partial"
    assert reason(vendor(None), "stores_read") == "not_in_source"


def test_nothing_is_known_while_the_assets_of_the_vendor_are_not() -> None:
    made = FakeView({"vendor": STORES}, {"vendor": [{"id": "v"}], **PLACES}).whole("vendor", "v")
    for field in STORES:
        assert reason(made, field) == "not_in_source"


def test_replicas_are_the_buckets_into_which_those_of_the_vendor_are_copied() -> None:
    made = vendor(["b"])
    assert made["replica_ids"] == ["copy"]
    assert made["replicas_read"] is True


def test_a_replica_may_be_out_of_sight() -> None:
    made = vendor(["b"], storage_bucket=[{"id": "b", "replication_targets": ["elsewhere"]}])
    assert made["replica_ids"] == []
    assert reason(made, "replicas_read") == "partial"
    assert reason(vendor(["b"], storage_bucket=[{"id": "b"}]), "replicas_read") == "not_in_source"
