"""The level of a store: by its assets, else by its tag; a level below personal has to be proved."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import data_asset, storage_bucket
from collectors.derive.classification import norm

DERIVED = {"storage_bucket": storage_bucket.DERIVED, "data_asset": data_asset.DERIVED}


def bucket(*levels: str, whole: bool = True, **facts: Any) -> dict[str, Any]:
    """Return a bucket with an asset of each level; an empty level was not read."""
    assets = [{"id": f"a{n}", "location_ids": ["b"], "level": level} for n, level in enumerate(levels)]
    records: dict[str, list[dict[str, Any]]] = {
        "storage_bucket": [{"id": "b", **facts}],
        "data_asset": [{name: value for name, value in asset.items() if value} for asset in assets],
    }
    return FakeView(DERIVED, records, ["data_asset"] if whole else []).whole("storage_bucket", "b")


@pytest.mark.parametrize("text", ["data_level", "Data-Level", " DATA level", "ｄａｔａ＿ｌｅｖｅｌ"])
def test_spellings_of_a_tag_are_one(text: str) -> None:
    assert norm(text) == "datalevel"


def test_tags_that_become_one_keep_both_values() -> None:
    assert bucket(tags={"Data-Level": "TBD", "data_level": "Public"})["normalised_tags"] == {
        "datalevel": ["tbd", "public"]
    }


def test_the_highest_asset_decides() -> None:
    assert bucket("public", "sensitive", "personal")["data_level"] == "sensitive"


def test_assets_outweigh_the_tag() -> None:
    assert bucket("personal", tags={"data_level": "public"})["data_level"] == "personal"


@pytest.mark.parametrize(("value", "level"), [("Sensitive", "sensitive"), ("敏感", "sensitive"), ("公开", "public")])
def test_the_tag_decides_where_no_asset_lies(value: str, level: str) -> None:
    assert bucket(whole=False, tags={"数据级别": value})["data_level"] == level


def test_what_nobody_classified_has_no_level_and_is_judged_as_personal() -> None:
    found = bucket(tags={"team": "crm"})
    assert reason(found, "data_level") == "not_in_source"
    assert found["judged_level"] == "personal"


def test_no_level_says_why_the_tags_were_not_read() -> None:
    assert reason(bucket(unread=[{"field": "tags", "reason": "denied"}]), "data_level") == "denied"


@pytest.mark.parametrize(("levels", "whole"), [(("public", ""), True), (("internal",), False)])
def test_a_low_level_is_not_proved_while_something_is_hidden(levels: tuple[str, ...], whole: bool) -> None:
    found = bucket(*levels, whole=whole)
    assert reason(found, "data_level") == "partial"
    assert found["judged_level"] == "personal"


def test_a_high_level_stands_though_something_is_hidden() -> None:
    assert bucket("sensitive", "", whole=False)["data_level"] == "sensitive"


def test_a_low_level_stands_in_a_partial_register_where_the_tag_says_so_too() -> None:
    assert bucket("public", whole=False, tags={"data_level": "public"})["data_level"] == "public"
