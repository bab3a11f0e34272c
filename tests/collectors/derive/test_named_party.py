"""The party of a document by name: one that is clear, or a reason; nobody's documents are known to be all before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import confidentiality_agreement, staff_member, vendor, vendor_contract

_DERIVED = {
    "vendor": {"contracts_complete": vendor.DERIVED["contracts_complete"]}
    | {"agreements_complete": vendor.DERIVED["agreements_complete"]},
    "vendor_contract": {"vendor_id": vendor_contract.DERIVED["vendor_id"]},
    "staff_member": {"agreements_complete": staff_member.DERIVED["agreements_complete"]},
    "confidentiality_agreement": {"party_id": confidentiality_agreement.DERIVED["party_id"]},
}
_ALL = tuple(_DERIVED)
_VENDORS: list[dict[str, Any]] = [
    {"id": "v", "name": "Green Cloud Ltd"},
    {"id": "w", "name": "Green Cloud Inc", "aliases": ["绿云"]},
]
_STAFF: list[dict[str, Any]] = [
    {"id": f"staff:e{number}", "name": name} for number, name in enumerate(["李不语", "李不语", "王有信"], 1)
]


def _view(complete: Sequence[str] = _ALL, **records: Sequence[Mapping[str, Any]]) -> FakeView:
    return FakeView(_DERIVED, {"vendor": _VENDORS, "staff_member": _STAFF, **records}, complete=complete)


def _contract(complete: Sequence[str] = _ALL, **facts: Any) -> dict[str, Any]:
    return _view(complete, vendor_contract=[{"id": "c", **facts}]).whole("vendor_contract", "c")


def _agreement(complete: Sequence[str] = _ALL, **facts: Any) -> dict[str, Any]:
    view = _view(complete, confidentiality_agreement=[{"id": "a", **facts}])
    return view.whole("confidentiality_agreement", "a")


def _why(record: Mapping[str, Any], field: str) -> str:
    return next(str(item.get("operation")) for item in record["unread"] if item["field"] == field)


@pytest.mark.parametrize(("name", "id"), [("Green Cloud Limited", "v"), ("绿云有限公司", "w")])
def test_a_contract_is_of_the_vendor_that_it_names(name: str, id: str) -> None:
    assert _contract(vendor_name=name)["vendor_id"] == id
    assert _contract((), vendor_name=name)["vendor_id"] == id


def test_a_name_of_two_vendors_is_unread_and_names_them() -> None:
    found = _contract(vendor_name="Green Cloud")
    assert (reason(found, "vendor_id"), _why(found, "vendor_id")) == ("not_in_source", "Green Cloud may be v or w")


@pytest.mark.parametrize(("complete", "why"), [(_ALL, "not_in_source"), ((), "partial")])
def test_a_name_of_nobody_is_unread(complete: Sequence[str], why: str) -> None:
    found = _contract(complete, vendor_name="Red Cloud")
    assert (reason(found, "vendor_id"), _why(found, "vendor_id")) == (
        why,
        "no vendor that was read has the name Red Cloud",
    )


def test_a_contract_whose_name_was_not_read_is_unread_for_that_reason() -> None:
    unread = [{"field": "vendor_name", "reason": "no_text"}]
    assert reason(_contract(unread=unread), "vendor_id") == "no_text"


def test_an_amendment_that_names_nobody_is_with_the_vendor_of_its_base() -> None:
    base: dict[str, Any] = {"id": "b", "vendor_name": "Green Cloud Ltd"}
    amendment: dict[str, Any] = {"id": "m", "amends_contract_id": "b"}
    assert _view(vendor_contract=[base, amendment]).whole("vendor_contract", "m")["vendor_id"] == "v"


def test_a_stated_vendor_stands() -> None:
    assert _contract(vendor_id="w", vendor_name="Green Cloud Ltd")["vendor_id"] == "w"


def test_an_agreement_is_of_the_vendor_or_the_person_that_it_names() -> None:
    assert _agreement(party_type="vendor", party_name="Green Cloud Ltd.")["party_id"] == "v"
    assert _agreement(party_type="staff", party_name="王 有信")["party_id"] == "staff:e3"
    assert reason(_agreement(party_type="staff", party_name="Green Cloud Ltd"), "party_id") == "not_in_source"


def test_an_employee_number_tells_namesakes_apart() -> None:
    assert _agreement(party_type="staff", party_name="李不语", party_number="E2")["party_id"] == "staff:e2"
    found = _agreement(party_type="staff", party_name="李不语")
    assert _why(found, "party_id") == "李不语 may be staff:e1 or staff:e2"


@pytest.mark.parametrize("number", ["E1", "E9"])
def test_a_number_that_is_not_that_of_the_name_proves_nothing(number: str) -> None:
    found = _agreement(party_type="staff", party_name="王有信", party_number=number)
    assert _why(found, "party_id") == f"{number} is not the number of 王有信 in the roster"


def test_a_namesake_may_be_out_of_sight_of_a_partial_roster() -> None:
    assert reason(_agreement((), party_type="staff", party_name="王有信"), "party_id") == "partial"


def test_nobodys_documents_are_all_in_sight_while_one_may_be_anybodys() -> None:
    view = _view(
        vendor_contract=[{"id": "c", "vendor_name": "Red Cloud"}],
        confidentiality_agreement=[{"id": "a"}],
    )
    assert view.whole("vendor", "v")["contracts_complete"] is False
    assert view.whole("vendor", "v")["agreements_complete"] is False
    assert view.whole("staff_member", "staff:e3")["agreements_complete"] is False


def test_a_doubtful_document_hides_only_those_whose_it_may_be() -> None:
    agreements = [
        {"id": "a", "party_type": "staff", "party_name": "李不语"},
        {"id": "b", "party_type": "vendor", "party_name": "Green Cloud"},
    ]
    view = _view(confidentiality_agreement=agreements, vendor=[*_VENDORS, {"id": "x", "name": "Blue Cloud"}])
    seen = {item["id"]: view.whole("staff_member", item["id"])["agreements_complete"] for item in _STAFF}
    assert seen == {"staff:e1": False, "staff:e2": False, "staff:e3": True}
    assert [view.whole("vendor", id)["agreements_complete"] for id in ("v", "w", "x")] == [False, False, True]


def test_nothing_is_all_in_sight_of_a_partial_register() -> None:
    assert _view(()).whole("vendor", "v")["contracts_complete"] is False
