"""What a record may hold, and how two descriptions of one resource become one."""

from __future__ import annotations

from typing import Any

import pytest
from support.widgets import resource

from assay.snapshot.record import merge, plain, record

HOSTILE = [
    pytest.param(None, id="none"),
    pytest.param(float("nan"), id="not a number"),
    pytest.param(float("-inf"), id="infinite"),
    pytest.param("\ud800", id="lone surrogate"),
    pytest.param({"\udfff": 1}, id="lone surrogate in a key"),
    pytest.param(2**53, id="number beyond 2^53-1"),
    pytest.param(-(2**53) - 1, id="number below -2^53"),
    pytest.param([1, [None]], id="none inside lists"),
    pytest.param({"a": {"b": float("inf")}}, id="infinite inside objects"),
    pytest.param({1: "a"}, id="key that is no text"),
    pytest.param((1, 2), id="tuple"),
    pytest.param(b"bytes", id="bytes"),
    pytest.param({1, 2}, id="set"),
]


@pytest.mark.parametrize("value", HOSTILE)
def test_what_json_cannot_hold_exactly_is_unread_as_corrupt(value: object) -> None:
    given = resource("a", size=1)
    given.facts["free"] = value
    made = record(given, "shop", "2026-11-21T04:00:00Z", "observed")
    assert "free" not in made
    assert [(item["field"], item["reason"]) for item in made["unread"]] == [("free", "corrupt")]
    assert made["size"] == 1


@pytest.mark.parametrize("value", [0, False, "", "none", [], {}, 2**53 - 1, 1 - 2**53, 0.1, "😀张", {"a": [1]}])
def test_plain_values_are_facts(value: object) -> None:
    assert plain(value)
    assert record(resource("a", free=value), "shop", "t", "observed")["free"] == value


def test_names_in_no_known_encoding_are_written_as_escapes() -> None:
    made = record(resource("caf\udce9", aliases=["\udcff"]), "shop", "t", "observed")
    assert (made["id"], made["name"], made["aliases"]) == ("caf\\udce9", "the caf\\udce9", ["\\udcff"])


def test_an_alias_that_is_the_id_is_left_out() -> None:
    assert "aliases" not in record(resource("a", aliases=["a"]), "shop", "t", "observed")


def _made(basis: str, unread: dict[str, str] | None = None, **facts: Any) -> tuple[str, dict[str, Any]]:
    return basis, record(resource("a", unread=unread, **facts), basis, "t", basis)


def test_observed_facts_stand_before_declared_ones_whatever_the_order() -> None:
    for given in (
        [_made("declared", size=2), _made("observed", size=1)],
        [_made("observed", size=1), _made("declared", size=2)],
    ):
        made, contradictions = merge(given)
        assert (made["size"], made["source"], contradictions) == (1, "observed", [])


def test_what_the_better_source_lacks_is_filled_in_with_its_own_basis() -> None:
    made, _ = merge([_made("observed", size=1, unread={"email": "denied"}), _made("declared", email="a@b")])
    assert (made["size"], made["email"]) == (1, "a@b")
    assert made["basis_of"] == {"email": "declared"}
    assert made["unread"] == []


def test_a_basis_of_a_single_fact_survives_the_merge() -> None:
    basis, first = _made("observed", size=1)
    first["basis_of"] = {"size": "provider_default"}
    made, _ = merge([(basis, first), _made("declared", size=1)])
    assert made["basis_of"] == {"size": "provider_default"}


def test_two_sources_of_one_basis_that_differ_are_a_contradiction() -> None:
    made, contradictions = merge([_made("observed", size=1, free="x"), _made("observed", size=2, free="x")])
    assert (made["size"], contradictions) == (1, ["size"])


def test_a_field_that_all_failed_to_read_keeps_the_reason_of_the_first() -> None:
    made, _ = merge([_made("observed", unread={"size": "denied"}), _made("declared", unread={"size": "stale"})])
    assert [(item["field"], item["reason"]) for item in made["unread"]] == [("size", "denied")]


def test_aliases_of_all_sources_are_kept() -> None:
    one, other = _made("observed"), _made("declared")
    one[1]["aliases"], other[1]["aliases"] = ["x"], ["a", "y"]
    assert merge([one, other])[0]["aliases"] == ["x", "y"]
