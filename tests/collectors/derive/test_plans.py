"""Whether an approved incident plan names a vendor."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive.plans import in_approved_plan

APPROVED: dict[str, Any] = {"id": "p", "vendor_ids": ["v"], "approved_at": "2026-11-21"}


def vendor(*plans: dict[str, Any], complete: bool = True) -> dict[str, Any]:
    """Return a vendor and what the plans say of it."""
    records = {"vendor": [{"id": "v"}], "incident_plan": list(plans)}
    derived = {"vendor": {"in_approved_plan": in_approved_plan}}
    return FakeView(derived, records, complete=["incident_plan"] if complete else []).whole("vendor", "v")


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({}, True),
        ({"superseded_at": "none"}, True),
        ({"superseded_at": "2026-11-22"}, True),
        ({"superseded_at": "2026-11-21"}, False),
        ({"approved_at": "2026-11-22"}, False),
        ({"approved_at": "none"}, False),
        ({"vendor_ids": ["w"]}, False),
    ],
)
def test_a_plan_counts_from_its_approval_until_it_is_replaced(changed: dict[str, Any], named: bool) -> None:
    assert vendor(APPROVED | changed)["in_approved_plan"] is named


def test_one_plan_is_enough_whatever_is_out_of_sight() -> None:
    assert vendor(APPROVED, {"id": "q", "vendor_ids": ["v"]}, complete=False)["in_approved_plan"] is True


def test_no_plan_is_proved_only_where_all_were_read() -> None:
    assert reason(vendor(complete=False), "in_approved_plan") == "partial"
    assert reason(vendor({"id": "p"}), "in_approved_plan") == "partial"
    assert reason(vendor({"id": "p", "vendor_ids": ["v"]}), "in_approved_plan") == "not_in_source"
