"""What a column holds and its level, declared or detected; its algorithm without case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import database_column
from collectors.derive.categories import LEVEL_OF_CATEGORY

SCHEMA = Path(__file__).parents[3] / "policies" / "schemas" / "database_column.json"


def column(**facts: Any) -> dict[str, Any]:
    """Return the column with its derived facts."""
    records = {"database_column": [{"id": "c", **facts}]}
    return FakeView({"database_column": database_column.DERIVED}, records).whole("database_column", "c")


def test_the_declared_category_outweighs_the_detected_one() -> None:
    assert column(declared_category="phone", detected_category="password")["category"] == "phone"


def test_the_detected_category_counts_where_none_is_declared() -> None:
    assert column(detected_category="password")["category"] == "password"


def test_a_detection_that_the_owner_called_wrong_found_nothing() -> None:
    found = column(detected_category="password", detection_status="false_positive")
    assert (found["category"], found["level"]) == ("none", "none")


def test_category_and_level_are_unread_while_nothing_says_them() -> None:
    found = column(unread=[{"field": "detected_category", "reason": "unsupported"}])
    assert reason(found, "category") == "unsupported"
    assert reason(found, "level") == "unsupported"


def test_the_declared_level_counts_whatever_was_detected() -> None:
    assert column(declared_level="personal", detected_category="biometric")["level"] == "personal"


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        ({"detected_category": "none"}, "none"),
        ({"detected_category": "phone"}, "personal"),
        ({"declared_category": "password"}, "sensitive"),
        ({"declared_category": "none", "detected_category": "id_number"}, "sensitive"),
        ({"declared_category": "health", "detected_category": "none"}, "sensitive"),
    ],
)
def test_without_a_declared_level_the_higher_default_counts(facts: dict[str, Any], level: str) -> None:
    assert column(**facts)["level"] == level


@pytest.mark.parametrize(
    ("facts", "level"),
    [
        ({"jrt_class": "C3"}, "sensitive"),
        ({"jrt_class": "C1", "declared_level": "internal"}, "personal"),
        ({"jrt_class": "C2", "declared_level": "important"}, "important"),
        ({"jrt_class": "none", "declared_level": "internal"}, "internal"),
    ],
)
def test_a_financial_class_raises_the_level(facts: dict[str, Any], level: str) -> None:
    assert column(**facts)["level"] == level


def test_the_algorithm_is_folded() -> None:
    assert column(algorithm="Argon2id")["algorithm_folded"] == "argon2id"
    denied = {"field": "algorithm", "reason": "denied"}
    assert reason(column(unread=[denied]), "algorithm_folded") == "denied"


def test_every_category_has_a_default_level() -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    assert set(schema["properties"]["category"]["enum"]) == LEVEL_OF_CATEGORY.keys()
