"""Whether a retention rule keeps for ever by law, and whether age alone ends it."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import retention_rule


def rule(**facts: Any) -> dict[str, Any]:
    """Return the rule with its derived facts."""
    records = {"retention_rule": [{"id": "t", **facts}]}
    return FakeView({"retention_rule": retention_rule.DERIVED}, records).whole("retention_rule", "t")


def test_permanent_where_a_law_takes_the_place_of_a_ceiling() -> None:
    assert rule(max_days="none", permanent_basis="Archives Law 14")["is_permanent"] is True


@pytest.mark.parametrize(
    "facts", [{"max_days": 365}, {"permanent_basis": "none"}, {"max_days": 365, "permanent_basis": "law"}]
)
def test_not_permanent_with_a_ceiling_or_without_a_law(facts: dict[str, Any]) -> None:
    assert rule(**facts)["is_permanent"] is False


@pytest.mark.parametrize(
    ("facts", "hidden"), [({"max_days": "none"}, "permanent_basis"), ({"permanent_basis": "law"}, "max_days")]
)
def test_permanence_is_open_where_a_fact_was_not_read(facts: dict[str, Any], hidden: str) -> None:
    found = rule(**facts, unread=[{"field": hidden, "reason": "corrupt"}])
    assert reason(found, "is_permanent") == "corrupt"


def test_age_ends_what_is_deleted_after_its_creation() -> None:
    assert rule(trigger="creation", disposal_action="delete")["ends_by_age"] is True


@pytest.mark.parametrize("facts", [{"trigger": "contract_end"}, {"disposal_action": "anonymise"}])
def test_one_other_fact_suffices_that_age_does_not_end_it(facts: dict[str, Any]) -> None:
    assert rule(**facts)["ends_by_age"] is False


@pytest.mark.parametrize(
    ("facts", "hidden"),
    [({"trigger": "creation"}, "disposal_action"), ({"disposal_action": "delete"}, "trigger")],
)
def test_the_end_is_open_where_a_fact_was_not_read(facts: dict[str, Any], hidden: str) -> None:
    assert reason(rule(**facts, unread=[{"field": hidden, "reason": "corrupt"}]), "ends_by_age") == "corrupt"
