"""Derived facts of a contract: in force or not, its days, what replaces its values, durations in days."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive.vendor_contract import DERIVED

ENDED: dict[str, Any] = {
    "id": "c",
    "vendor_id": "v",
    "signed_at": "2025-01-01",
    "effective_from": "2025-01-01",
    "effective_to": "2025-12-31",
    "auto_renew": False,
    "amends_contract_id": "none",
}
RUNNING: dict[str, Any] = {**ENDED, "effective_to": "2027-12-31"}
AMENDMENT: dict[str, Any] = {
    **RUNNING,
    "id": "more",
    "signed_at": "2025-06-01",
    "amends_contract_id": "c",
}


def contract(*contracts: dict[str, Any], complete: bool = True) -> dict[str, Any]:
    """Return the first of some contracts with its derived facts."""
    known = ["vendor_contract"] if complete else []
    view = FakeView({"vendor_contract": DERIVED}, {"vendor_contract": contracts}, complete=known)
    return view.whole("vendor_contract", contracts[0]["id"])


def without(facts: dict[str, Any], *fields: str, why: str = "denied") -> dict[str, Any]:
    """Return the facts without some fields, which are unread for that reason."""
    unread = [{"field": field, "reason": why} for field in fields]
    return {**{name: value for name, value in facts.items() if name not in fields}, "unread": unread}


@pytest.mark.parametrize(
    ("changed", "in_force"),
    [
        ({}, True),
        ({"effective_to": "2026-11-21"}, True),
        ({"effective_to": "2026-11-20"}, False),
        ({"effective_to": "2026-11-20", "auto_renew": True}, True),
        ({"effective_to": "open_ended"}, True),
        ({"effective_from": "2026-11-21"}, True),
        ({"effective_from": "2026-11-22"}, False),
        ({"signed_at": "2026-11-21"}, True),
        ({"signed_at": "2026-11-22"}, False),
        ({"signed_at": "none"}, False),
    ],
)
def test_in_force_from_signature_and_begin_to_the_last_day(changed: dict[str, Any], in_force: bool) -> None:
    assert contract(RUNNING | changed)["in_force"] is in_force


@pytest.mark.parametrize("field", ["signed_at", "effective_from", "effective_to"])
def test_undecided_while_a_term_that_decides_is_unread(field: str) -> None:
    assert reason(contract(without(RUNNING, field)), "in_force") == "denied"


def test_undecided_while_the_renewal_of_an_ended_contract_is_unread() -> None:
    assert reason(contract(without(ENDED, "auto_renew")), "in_force") == "denied"


def test_an_unread_term_that_decides_nothing_hinders_nothing() -> None:
    assert contract(without(RUNNING, "auto_renew"))["in_force"] is True
    assert contract(without(RUNNING | {"auto_renew": True}, "effective_to"))["in_force"] is True
    unsigned = without(RUNNING, "effective_from", "effective_to", "auto_renew") | {"signed_at": "none"}
    assert contract(unsigned)["in_force"] is False


def test_a_day_that_no_month_has_is_corrupt() -> None:
    found = contract(RUNNING | {"effective_to": "2027-02-30"})
    assert reason(found, "in_force") == "corrupt"
    assert reason(found, "days_to_end") == "corrupt"


def test_an_amendment_in_force_keeps_its_base_alive() -> None:
    assert contract(ENDED, AMENDMENT)["in_force"] is True
    assert contract(ENDED, AMENDMENT, complete=False)["in_force"] is True


@pytest.mark.parametrize(
    "changed",
    [
        {"effective_to": "2026-11-20"},
        {"signed_at": "none"},
        {"amends_contract_id": "other"},
        {"amends_contract_id": "none"},
        {"vendor_id": "w"},
    ],
)
def test_other_contracts_keep_nothing_alive(changed: dict[str, Any]) -> None:
    assert contract(ENDED, AMENDMENT | changed)["in_force"] is False


def test_an_unsigned_base_stays_out_of_force() -> None:
    assert contract(ENDED | {"signed_at": "none"}, AMENDMENT, complete=False)["in_force"] is False


def test_undecided_while_an_amendment_may_be_out_of_sight() -> None:
    assert reason(contract(ENDED, complete=False), "in_force") == "partial"
    nobodys = without(AMENDMENT, "vendor_id", "amends_contract_id")
    assert reason(contract(ENDED, nobodys), "in_force") == "partial"
    assert reason(contract(without(ENDED, "vendor_id")), "in_force") == "partial"


def test_undecided_while_a_later_contract_may_amend_it() -> None:
    assert reason(contract(ENDED, without(AMENDMENT, "amends_contract_id")), "in_force") == "partial"
    assert reason(contract(ENDED, without(AMENDMENT, "effective_from")), "in_force") == "partial"
    assert reason(contract(without(ENDED, "signed_at"), AMENDMENT), "in_force") == "denied"


def test_what_was_signed_before_is_no_amendment() -> None:
    earlier = without(AMENDMENT | {"signed_at": "2024-12-31"}, "amends_contract_id")
    found = contract(ENDED, earlier)
    assert found["in_force"] is False
    assert found["may_be_superseded_by"] == []


def test_days_count_to_the_day_of_judging() -> None:
    found = contract(RUNNING | {"signed_at": "2026-11-20", "effective_from": "2026-11-25"})
    assert (found["days_since_signed"], found["days_since_start"], found["days_to_end"]) == (1, -4, 405)


def test_words_stand_for_themselves() -> None:
    found = contract(RUNNING | {"signed_at": "none", "effective_to": "open_ended"})
    assert (found["days_since_signed"], found["days_to_end"]) == ("none", "open_ended")


@pytest.mark.parametrize(("notice", "days"), [("90 days", 90), ("absent", 0)])
def test_notice_is_judged_as_it_is_agreed(notice: str, days: int) -> None:
    assert contract({**RUNNING, "renewal_notice": notice})["judged_notice_days"] == days


def test_a_register_that_says_nothing_of_a_notice_is_judged_as_none() -> None:
    assert contract(RUNNING)["judged_notice_days"] == 0


def test_a_notice_that_could_not_be_read_is_left_open() -> None:
    scanned = without({**RUNNING, "renewal_notice": "90 days"}, "renewal_notice", why="no_text")
    assert reason(contract(scanned), "judged_notice_days") == "no_text"
    assert reason(contract({**RUNNING, "renewal_notice": "in good time"}), "judged_notice_days") == "unsupported"


BASE = RUNNING | {"clauses_present": ["purpose", "confidentiality"]}
STRIKING = AMENDMENT | {"clauses_removed": ["confidentiality"]}


def changed(*contracts: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Return the clauses struck out of the first of some contracts, and those in doubt."""
    found = contract(*contracts)
    return found["clauses_struck"], found["clauses_in_doubt"]


def test_an_amendment_in_force_strikes_what_it_removes() -> None:
    assert changed(BASE, STRIKING) == (["confidentiality"], [])
    assert changed(BASE, STRIKING | {"signed_at": "none"}) == ([], [])
    assert changed(BASE, STRIKING | {"amends_contract_id": "other"}) == ([], [])


def test_amendments_apply_in_the_order_of_their_signature() -> None:
    later = STRIKING | {"id": "later", "signed_at": "2026-06-01"}
    assert changed(AMENDMENT | {"clauses_present": ["confidentiality"]}, BASE, later) == (["confidentiality"], [])
    assert changed(later | {"clauses_removed": []}, BASE, STRIKING) == ([], [])


def test_what_is_unread_of_an_amendment_leaves_clauses_in_doubt() -> None:
    for field in ("signed_at", "amends_contract_id"):
        assert changed(BASE, without(STRIKING, field)) == ([], ["confidentiality"])
    scanned = without(STRIKING, "clauses_removed", why="no_text")
    assert changed(BASE, scanned) == ([], ["confidentiality", "purpose"])


def test_a_register_that_names_no_removed_clause_says_that_there_is_none() -> None:
    assert changed(BASE, without(STRIKING, "clauses_removed", why="not_in_source")) == ([], [])
    assert changed(BASE, AMENDMENT) == ([], [])


def test_an_amendment_that_leaves_the_term_as_it_is_has_that_of_its_base() -> None:
    silent = without(AMENDMENT, "effective_to", "auto_renew", why="not_in_source") | {"text_extracted": True}
    found = contract(silent, RUNNING)
    assert (found["effective_to"], found["auto_renew"], found["in_force"]) == ("2027-12-31", False, True)
    assert contract(silent, ENDED)["in_force"] is False
    assert reason(contract(silent), "in_force") == "not_in_source"
    assert "effective_to" not in contract(silent | {"text_extracted": False}, RUNNING)
    assert "effective_to" not in contract(without(silent, "effective_to"), RUNNING)


def test_a_register_vouches_for_the_clauses_that_it_gives_of_a_file() -> None:
    merged = RUNNING | {"clauses_present": [], "basis_of": {"clauses_present": "declared"}}
    assert contract(merged)["clauses_source"] == "register"
    assert "clauses_source" not in contract(RUNNING | {"clauses_present": []})
