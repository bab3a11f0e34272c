"""Derived facts: made when they are looked at, each once; what goes wrong with one is unknown, never a crash."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from support.fake_view import FakeView

from assay.derive import Derivation, Missing, Record, View
from assay.errors import PackError
from assay.judging.normalise import references, withdraw

Make = Callable[[Record, View], object]


def _view(derived: Mapping[str, Make], *records: Mapping[str, Any]) -> FakeView:
    made = {name: Derivation(make) for name, make in derived.items()}
    return FakeView({"widget": made}, {"widget": [{"id": "a"}, *records]})


def _whole(derived: Mapping[str, Make], id: str = "a", *records: Mapping[str, Any]) -> dict[str, Any]:
    return _view(derived, *records).whole("widget", id)


def _reasons(whole: Mapping[str, Any]) -> dict[str, str]:
    return {item["field"]: item["reason"] for item in whole["unread"]}


def test_a_fact_may_be_made_of_another_in_any_order() -> None:
    derived = {"double": lambda record, view: record["half"] * 4, "half": lambda record, view: 3}
    assert _whole(derived) == {"id": "a", "unread": [], "double": 12, "half": 3}


def test_a_fact_is_made_once() -> None:
    calls = itertools.count()
    view = _view({"number": lambda record, view: next(calls)})
    record = view.get("widget", "a")
    assert record is not None
    assert [record["number"], record["number"], record.get("number"), record.whole()["number"]] == [0, 0, 0, 0]


def test_a_collected_fact_is_never_overwritten() -> None:
    whole = _whole({"size": lambda record, view: 99}, "b", {"id": "b", "size": 1})
    assert whole["size"] == 1


def test_what_is_missing_is_unread_with_its_reason() -> None:
    whole = _whole({"size": lambda record, view: Missing("denied", "a:Read")})
    assert whole["unread"] == [{"field": "size", "reason": "denied", "operation": "a:Read"}]
    assert "size" not in whole


def test_what_the_source_said_of_a_field_goes_before_what_the_derivation_says() -> None:
    given = {"id": "b", "unread": [{"field": "size", "reason": "denied"}]}
    assert _reasons(_whole({"size": lambda record, view: Missing("partial")}, "b", given)) == {"size": "denied"}


def test_a_fact_that_looks_at_itself_finds_it_absent() -> None:
    assert _whole({"size": lambda record, view: record.get("size", "absent")})["size"] == "absent"
    assert _whole({"size": lambda record, view: "size" in record})["size"] is False


def test_a_circle_inside_a_record_is_an_error_of_the_pack() -> None:
    derived = {"one": lambda record, view: record["two"], "two": lambda record, view: record["one"]}
    with pytest.raises(PackError, match="the derived fact one of a needs itself"):
        _whole(derived)


def _boss(record: Record, view: View) -> object:
    """The rank of a record is that of the one it names, and one more."""
    boss = view.get("widget", record["boss"]) if "boss" in record else None
    if boss is None:
        return 0
    return boss["rank"] + 1 if "rank" in boss else Missing("partial")


def test_a_fact_may_go_through_other_records() -> None:
    records = [{"id": "b", "boss": "a"}, {"id": "c", "boss": "b"}]
    assert _whole({"rank": _boss}, "c", *records)["rank"] == 2


RING = [{"id": "b", "boss": "c"}, {"id": "c", "boss": "d"}, {"id": "d", "boss": "b"}, {"id": "e", "boss": "b"}]


def test_a_circle_through_records_leaves_its_facts_unread_whoever_is_looked_at_first() -> None:
    for order in itertools.permutations("abcde"):
        view = _view({"rank": _boss}, *RING)
        seen = {id: view.whole("widget", id) for id in order}
        assert seen["a"]["rank"] == 0
        assert {id: _reasons(seen[id]) for id in "bcde"} == {
            "b": {"rank": "corrupt"},
            "c": {"rank": "corrupt"},
            "d": {"rank": "corrupt"},
            "e": {"rank": "partial"},
        }


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ValueError("day is out of range"), "corrupt"),
        (OverflowError(), "corrupt"),
        (KeyError("size"), "policy_error"),
        (TypeError(), "policy_error"),
        (ZeroDivisionError(), "policy_error"),
        (RecursionError(), "policy_error"),
    ],
)
def test_a_derivation_that_fails_leaves_its_fact_unread_and_the_others_stand(error: Exception, reason: str) -> None:
    def fail(record: Record, view: View) -> object:
        raise error

    whole = _whole({"bad": fail, "good": lambda record, view: 1})
    assert (_reasons(whole), whole["good"]) == ({"bad": reason}, 1)


def test_an_error_of_the_pack_is_not_swallowed_and_leaves_nothing_half_made() -> None:
    def fail(record: Record, view: View) -> object:
        raise PackError("not declared")

    with pytest.raises(PackError, match="not declared"):
        _whole({"bad": fail})
    assert _whole({"good": lambda record, view: 1})["good"] == 1


def test_a_stale_record_keeps_its_names_and_loses_every_fact() -> None:
    record = {"id": "a", "name": "A", "source": "s", "collected_at": "t", "aliases": ["x"], "size": 1, "color": "red"}
    record |= {"unread": [{"field": "email", "reason": "denied"}], "basis_of": {"size": "declared"}, "place": {}}
    assert withdraw(record, frozenset({"s"})) == {
        **{name: record[name] for name in ("id", "name", "source", "collected_at", "aliases", "basis_of", "place")},
        "unread": [
            {"field": "color", "reason": "stale"},
            {"field": "email", "reason": "denied"},
            {"field": "size", "reason": "stale"},
        ],
    }


def test_only_the_facts_of_the_stale_source_are_withdrawn() -> None:
    record = {"id": "a", "name": "A", "source": "s", "collected_at": "t", "size": 1, "color": "red", "unread": []}
    record["source_of"] = {"color": "old"}
    made = withdraw(record, frozenset({"old"}))
    assert (made["size"], made["unread"]) == (1, [{"field": "color", "reason": "stale"}])


def test_references_are_the_fields_that_name_other_kinds() -> None:
    fields = {"size": {"type": "integer"}, "owner_id": {"x-ref": ["person", "widget"]}}
    assert references({"properties": fields}) == {"owner_id": ("person", "widget")}
