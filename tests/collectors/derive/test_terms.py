"""Durations as contracts write them, in days."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive.vendor_contract import DERIVED


def contract(facts: dict[str, Any]) -> dict[str, Any]:
    """Return a contract with its derived facts."""
    view = FakeView({"vendor_contract": DERIVED}, {"vendor_contract": [{"id": "c", **facts}]})
    return view.whole("vendor_contract", "c")


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("30 days", 30),
        ("1 day", 1),
        ("0 days", 0),
        ("5 working_days", 7),
        ("10 working_days", 14),
        ("3 working_days", 5),
        ("2 months", 62),
        ("1 year", 366),
        ("indefinite", "indefinite"),
        ("absent", "absent"),
    ],
)
def test_a_deletion_period_in_days(period: str, days: object) -> None:
    assert contract({"deletion_period": period})["deletion_period_days"] == days


def test_a_renewal_notice_in_days() -> None:
    assert contract({"renewal_notice": "3 months"})["renewal_notice_days"] == 93
    assert contract({"renewal_notice": "absent"})["renewal_notice_days"] == "absent"


@pytest.mark.parametrize("period", ["promptly", "30", "two months", "indefinite"])
def test_a_notice_that_is_no_number_of_days_is_unread(period: str) -> None:
    assert reason(contract({"renewal_notice": period}), "renewal_notice_days") == "unsupported"


def test_a_period_that_was_not_read_stays_unread() -> None:
    unread = [{"field": "deletion_period", "reason": "no_text"}]
    assert reason(contract({"unread": unread}), "deletion_period_days") == "no_text"


def test_days_that_were_collected_stand() -> None:
    assert contract({"deletion_period": "2 months", "deletion_period_days": 60})["deletion_period_days"] == 60
