"""The level of an asset, whether it is classified, and its legal minimum."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import data_asset

CLASSIFIED = {
    "level": "personal",
    "classified_at": "2026-11-21",
    "declared_no_pi": False,
    "owner_staff_id": "p",
}


def asset(facts: dict[str, Any], *rules: dict[str, Any], whole: bool = True) -> dict[str, Any]:
    """Return the asset with its derived facts."""
    records = {"data_asset": [{"id": "a", **facts}], "retention_rule": list(rules)}
    view = FakeView({"data_asset": data_asset.DERIVED}, records, ["retention_rule"] if whole else [])
    return view.whole("data_asset", "a")


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        ({"level": "internal", "jrt_class": "C1"}, "personal"),
        ({"level": "personal", "jrt_class": "C2"}, "sensitive"),
        ({"level": "important", "jrt_class": "C3"}, "important"),
        ({"level": "internal", "jrt_class": "none"}, "internal"),
        ({"jrt_class": "C3"}, "sensitive"),
    ],
)
def test_the_financial_class_raises_the_level(facts: dict[str, Any], level: str) -> None:
    assert asset(facts)["data_level"] == level


def test_a_level_that_was_not_read_is_judged_as_personal() -> None:
    found = asset({"unread": [{"field": "level", "reason": "corrupt"}]})
    assert reason(found, "data_level") == "corrupt"
    assert found["judged_level"] == "personal"


@pytest.mark.parametrize(("owner", "owned"), [("p", True), ("none", False)])
def test_an_owner_is_a_person(owner: str, owned: bool) -> None:
    assert asset({"owner_staff_id": owner})["has_owner"] is owned


@pytest.mark.parametrize(
    "facts",
    [{}, {"owner_staff_id": "none"}, {"declared_no_pi": True}],
)
def test_classified_today_with_an_owner_or_with_personal_information(facts: dict[str, Any]) -> None:
    assert asset(CLASSIFIED | facts)["is_classified"] is True


@pytest.mark.parametrize(
    "facts",
    [
        {"classified_at": "never"},
        {"classified_at": "2026-11-22"},
        {"declared_no_pi": True, "owner_staff_id": "none"},
    ],
)
def test_not_classified_whatever_was_not_read(facts: dict[str, Any]) -> None:
    found = CLASSIFIED | facts
    assert asset(found)["is_classified"] is False
    del found["level"]
    assert asset(found)["is_classified"] is False


@pytest.mark.parametrize("field", ["level", "classified_at"])
def test_classification_is_open_where_a_fact_was_not_read(field: str) -> None:
    facts: dict[str, Any] = {name: value for name, value in CLASSIFIED.items() if name != field}
    assert reason(asset(facts | {"unread": [{"field": field, "reason": "locked"}]}), "is_classified") == "locked"


def test_classification_is_open_where_the_declaration_may_lack_its_owner() -> None:
    facts = {name: value for name, value in CLASSIFIED.items() if name not in ("declared_no_pi", "owner_staff_id")}
    hidden = [
        {"field": "declared_no_pi", "reason": "corrupt"},
        {"field": "owner_staff_id", "reason": "locked"},
    ]
    assert reason(asset(facts | {"unread": hidden}), "is_classified") == "corrupt"
    assert reason(asset(facts | {"declared_no_pi": True, "unread": hidden[1:]}), "is_classified") == "locked"


def test_the_minimum_is_that_of_the_retention_rule() -> None:
    assert asset({"retention_rule_id": "t"}, {"id": "t", "min_days": 1825})["floor_days"] == 1825
    assert asset({"retention_rule_id": "t"}, {"id": "t", "min_days": "none"})["floor_days"] == "none"


def test_no_rule_or_one_that_no_register_holds_has_no_minimum() -> None:
    assert asset({"retention_rule_id": "none"})["floor_days"] == "none"
    assert asset({"retention_rule_id": "t"})["floor_days"] == "none"


def test_the_minimum_is_open_where_rule_or_register_was_not_read() -> None:
    assert reason(asset({"retention_rule_id": "t"}, whole=False), "floor_days") == "partial"
    assert reason(asset({}), "floor_days") == "not_in_source"
    rule = {"id": "t", "unread": [{"field": "min_days", "reason": "corrupt"}]}
    assert reason(asset({"retention_rule_id": "t"}, rule), "floor_days") == "corrupt"
