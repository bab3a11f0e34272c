"""What a record may hold."""

from __future__ import annotations

import pytest
from support.widgets import resource

from assay.snapshot.record import plain, record

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
    given = resource("caf\udce9", aliases=["\udcff"])
    given.miss("size", "corrupt", "read \udce9")
    made = record(given, "shop", "t", "observed")
    assert made["unread"][0]["operation"] == "read \\udce9"
    assert (made["id"], made["name"], made["aliases"]) == ("caf\\udce9", "the caf\\udce9", ["\\udcff"])


def test_an_alias_that_is_the_id_is_left_out() -> None:
    assert "aliases" not in record(resource("a", aliases=["a"]), "shop", "t", "observed")
