"""Places that contracts agree on, from the words in which they do."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive.agreed_places import data_location_codes


def contract(**facts: Any) -> dict[str, Any]:
    """Return a contract with the codes of its places."""
    derived = {"vendor_contract": {"data_location_codes": data_location_codes}}
    return FakeView(derived, {"vendor_contract": [{"id": "c", **facts}]}).whole("vendor_contract", "c")


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("mainland China", ["CN"]),
        ("the People's Republic of China", ["CN"]),
        ("中华人民共和国境内", ["CN"]),
        ("中国大陆", ["CN"]),
        ("境内", ["CN"]),
        ("中国香港", ["HK"]),
        ("香港境内", ["HK"]),
        ("中国大陆和香港特别行政区", ["CN", "HK"]),
        ("European Economic Area and Switzerland", ["CH", "EEA"]),
        ("Germany, France or the United Kingdom", ["DE", "FR", "GB"]),
        ("新加坡、日本", ["JP", "SG"]),
        ("customer-selected region", ["customer_selected"]),
        ("region selected by the Customer", ["customer_selected"]),
        ("甲方指定的区域", ["customer_selected"]),
        ("absent", []),
    ],
)
def test_names_of_places_become_codes(written: str, codes: list[str]) -> None:
    assert contract(data_location=written)["data_location_codes"] == codes


def test_the_union_is_its_members_and_no_more() -> None:
    codes = contract(data_location="European Union")["data_location_codes"]
    assert len(codes) == 27
    assert not {"CH", "GB", "NO"} & set(codes)


@pytest.mark.parametrize(
    "written", ["United Kingdom of Utopia", "Republic of Utopia", "Germany and Utopia", "Chinatown", "上海机房", ""]
)
def test_a_text_that_is_not_wholly_understood_is_unread(written: str) -> None:
    assert reason(contract(data_location=written), "data_location_codes") == "unsupported"


def test_what_was_not_read_stays_unread() -> None:
    scanned = contract(unread=[{"field": "data_location", "reason": "no_text"}])
    assert reason(scanned, "data_location_codes") == "no_text"


def test_codes_that_a_register_gives_stand() -> None:
    assert contract(data_location="Utopia", data_location_codes=["CN"])["data_location_codes"] == ["CN"]
