"""Which contracts replace the values of another, and which may."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive.vendor_contract import DERIVED

BASE: dict[str, Any] = {
    "id": "base",
    "vendor_id": "v",
    "signed_at": "2026-01-01",
    "amends_contract_id": "none",
}
FIRST: dict[str, Any] = BASE | {"id": "first", "signed_at": "2026-02-01", "amends_contract_id": "base"}
SECOND: dict[str, Any] = FIRST | {"id": "second", "signed_at": "2026-03-01"}


def superseded(name: str, *contracts: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Return what replaces the contract's values, and what may."""
    view = FakeView({"vendor_contract": DERIVED}, {"vendor_contract": contracts})
    found = view.whole("vendor_contract", name)
    return found["superseded_by"], found["may_be_superseded_by"]


@pytest.mark.parametrize(("name", "by"), [("base", ["first", "second"]), ("first", ["second"]), ("second", [])])
def test_amendments_replace_their_base_and_earlier_amendments_of_it(name: str, by: list[str]) -> None:
    assert superseded(name, BASE, FIRST, SECOND) == (by, by)


def test_independent_contracts_replace_nothing() -> None:
    other = BASE | {"id": "other", "signed_at": "2026-03-01"}
    assert superseded("base", BASE, other) == ([], [])


def test_amendments_of_other_bases_or_vendors_replace_nothing() -> None:
    assert superseded("first", FIRST, SECOND | {"amends_contract_id": "else"}) == ([], [])
    assert superseded("base", BASE, FIRST | {"vendor_id": "w"}) == ([], [])


def test_amendments_of_one_day_replace_each_other_not() -> None:
    assert superseded("first", FIRST, SECOND | {"signed_at": "2026-02-01"}) == ([], [])


def test_an_unsigned_amendment_replaces_no_other() -> None:
    assert superseded("first", FIRST, SECOND | {"signed_at": "none"}) == ([], [])


@pytest.mark.parametrize("field", ["amends_contract_id", "signed_at"])
def test_an_amendment_may_replace_another_while_that_was_not_read(field: str) -> None:
    later = {name: value for name, value in SECOND.items() if name != field}
    assert superseded("first", FIRST, later) == ([], ["second"])


def test_a_contract_may_be_replaced_while_its_own_base_was_not_read() -> None:
    unclear = {name: value for name, value in FIRST.items() if name != "amends_contract_id"}
    assert superseded("first", unclear, SECOND) == ([], ["second"])


def test_nothing_is_said_of_a_contract_whose_vendor_was_not_read() -> None:
    unread = {"unread": [{"field": "vendor_id", "reason": "no_text"}]}
    view = FakeView({"vendor_contract": DERIVED}, {"vendor_contract": [{"id": "c", **unread}]})
    assert reason(view.whole("vendor_contract", "c"), "superseded_by") == "no_text"
