"""An account: its login name, who stands behind it, and whether it has expired."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import identity_account, staff_member

DERIVED = {"identity_account": identity_account.DERIVED, "staff_member": staff_member.DERIVED}
REGISTERS = ("staff_member", "vendor")


def account(
    staff: dict[str, Any] | None = None,
    vendor: dict[str, Any] | None = None,
    complete: tuple[str, ...] = REGISTERS,
    **facts: Any,
) -> dict[str, Any]:
    """Return the account with its derived facts; person p and vendor v are registered where given."""
    records = {
        "identity_account": [{"id": "a", "name": "a", **facts}],
        "staff_member": [] if staff is None else [{"id": "p", **staff}],
        "vendor": [] if vendor is None else [{"id": "v", **vendor}],
    }
    return FakeView(DERIVED, records, complete).whole("identity_account", "a")


@pytest.mark.parametrize(
    ("name", "login"),
    [
        ("Admin@example.com", "admin"),
        ("ＤＢＡ", "dba"),
        ("root@%", "root"),
        (" 公共 ", "公共"),
        ("li.wei", "li.wei"),
    ],
)
def test_login_names_are_folded_and_cut_at_the_at_sign(name: str, login: str) -> None:
    assert account(name=name)["login_name"] == login


def test_a_person_stands_behind_where_an_id_is_given() -> None:
    assert account(staff_id="p")["has_person"] is True
    assert account(staff_id="none")["has_person"] is False
    assert reason(account(), "has_person") == "not_in_source"


def test_the_standing_of_the_parties_is_that_of_their_registers() -> None:
    found = account({"status": "leave"}, {"status": "offboarding"}, staff_id="p", owner_staff_id="p", vendor_id="v")
    assert (found["staff_status"], found["owner_status"], found["vendor_status"]) == (
        "leave",
        "leave",
        "offboarding",
    )


def test_no_party_is_no_party_and_a_strange_id_is_unregistered() -> None:
    assert account(staff_id="none", complete=())["staff_status"] == "none"
    assert account(staff_id="x")["staff_status"] == "unregistered"


def test_a_strange_id_is_undecided_in_a_partial_register() -> None:
    assert reason(account(vendor_id="x", complete=()), "vendor_status") == "partial"


def test_an_unread_status_leaves_the_standing_open() -> None:
    assert reason(account(vendor={}, vendor_id="v"), "vendor_status") == "not_in_source"


@pytest.mark.parametrize(("end", "days"), [("2026-11-21", 0), ("2026-11-20", -1), ("2026-12-05", 14), ("none", "none")])
def test_days_to_the_end_of_the_vendor(end: str, days: object) -> None:
    assert account(vendor={"relationship_end_date": end}, vendor_id="v")["vendor_days_to_end"] == days


def test_without_a_vendor_there_is_no_end() -> None:
    assert account(vendor_id="none")["vendor_days_to_end"] == "none"
    assert reason(account(), "vendor_days_to_end") == "not_in_source"


@pytest.mark.parametrize(("expiry", "over"), [("none", False), ("2026-11-21", False), ("2026-11-20", True)])
def test_an_account_has_expired_when_its_last_day_is_over(expiry: str, over: bool) -> None:
    assert account(expires_at=expiry)["expired"] is over


def test_expiry_is_open_where_it_was_not_read() -> None:
    assert reason(account(), "expired") == "not_in_source"


@pytest.mark.parametrize(("expiry", "days"), [("2026-11-22", 1), ("2026-11-20", -1), ("none", "none")])
def test_days_to_the_expiry(expiry: str, days: object) -> None:
    assert account(expires_at=expiry)["days_to_expiry"] == days
    assert reason(account(expires_at="2026-02-30"), "days_to_expiry") == "corrupt"


def test_the_employer_is_that_of_the_person_else_the_vendor_of_the_account() -> None:
    assert account({"vendor_id": "w"}, staff_id="p", vendor_id="v")["employer_id"] == "w"
    assert account({"vendor_id": "none"}, staff_id="p", vendor_id="v")["employer_id"] == "v"
    assert account(staff_id="none", vendor_id="v")["employer_id"] == "v"
    assert account(staff_id="none", vendor_id="none")["employer_id"] == "none"


def test_the_employer_is_open_while_the_person_is_not_known() -> None:
    assert reason(account(staff_id="x", vendor_id="v"), "employer_id") == "not_in_source"
    assert reason(account(staff_id="x", vendor_id="v", complete=()), "employer_id") == "partial"
    assert reason(account({}, staff_id="p", vendor_id="v"), "employer_id") == "not_in_source"
