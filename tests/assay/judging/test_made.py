"""Records are found by what is derived for a field that they do not state, and counted as named by it."""

from __future__ import annotations

from support.fake_view import FakeView

from assay.derive import Derivation, Missing, Record, View
from assay.judging.made import made


def _owner(record: Record, view: View) -> object:
    return record["name"] if record["name"] else Missing()


def _records() -> FakeView:
    widgets = [
        {"id": "a", "name": "ann"},
        {"id": "b", "name": "ann"},
        {"id": "c", "name": "", "owner": "bob"},
        {"id": "d", "name": ""},
    ]
    return FakeView({"widget": {"owner": Derivation(_owner)}}, {"widget": widgets})


def test_derived_values_find_their_records_and_stated_ones_are_left_to_the_index() -> None:
    found = made(_records().every("widget"), "owner")
    assert found.ids == {"ann": frozenset({"a", "b"})}


def test_records_without_the_field_are_named() -> None:
    assert made(_records().every("widget"), "owner").lacking == ("d",)


def test_every_item_of_a_derived_list_finds_its_record() -> None:
    view = FakeView({"widget": {"tags": Derivation(lambda record, view: ["x", "y"])}}, {"widget": [{"id": "a"}]})
    assert made(view.every("widget"), "tags").ids == {"x": frozenset({"a"}), "y": frozenset({"a"})}
