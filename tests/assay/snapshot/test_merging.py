"""Several descriptions of one resource become one: the best basis stands, and nothing covers a gap or a quarrel."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from support.widgets import resource

from assay.snapshot.merging import Described, merge
from assay.snapshot.record import record


def _made(basis: str, source: str = "", unread: dict[str, str] | None = None, **facts: Any) -> Described:
    return basis, record(resource("a", unread=unread, **facts), source or basis, "t", basis)


def _reasons(made: dict[str, Any]) -> dict[str, str]:
    return {item["field"]: item["reason"] for item in made["unread"]}


def test_observed_facts_stand_before_documented_and_declared_ones_whatever_the_order() -> None:
    given = [_made("declared", size=3), _made("documented", size=2), _made("observed", size=1)]
    for order in itertools.permutations(given):
        made, contradictions = merge(order)
        assert (made["size"], made["source"], contradictions) == (1, "observed", [])
        assert "basis_of" not in made


@pytest.mark.parametrize("reason", ["unsupported", "not_in_source", "no_text"])
def test_what_a_source_can_never_know_is_filled_in_with_basis_and_source(reason: str) -> None:
    made, _ = merge([_made("observed", size=1, unread={"email": reason}), _made("declared", "paper", email="a@b")])
    assert (made["size"], made["email"], made["unread"]) == (1, "a@b", [])
    assert made["basis_of"] == {"email": "declared"}
    assert made["source_of"] == {"email": "paper"}


def test_what_a_source_says_nothing_of_is_filled_in_too() -> None:
    made, _ = merge([_made("observed", size=1), _made("declared", "paper", email="a@b")])
    assert (made["email"], made["unread"]) == ("a@b", [])


@pytest.mark.parametrize("reason", ["denied", "throttled", "timeout", "partial", "corrupt", "stale"])
def test_what_could_not_be_read_is_covered_by_nobodys_word(reason: str) -> None:
    made, _ = merge([_made("observed", unread={"email": reason}), _made("declared", email="a@b")])
    assert "email" not in made
    assert _reasons(made) == {"email": reason}


def test_what_a_register_lacks_does_not_hide_what_was_observed() -> None:
    made, _ = merge([_made("observed", size=1), _made("declared", unread={"size": "corrupt"})])
    assert (made["size"], made["unread"]) == (1, [])


def test_a_basis_of_a_single_fact_survives() -> None:
    basis, first = _made("observed", size=1)
    made, _ = merge([(basis, {**first, "basis_of": {"size": "provider_default"}}), _made("declared", size=1)])
    assert made["basis_of"] == {"size": "provider_default"}


def test_two_sources_of_one_basis_that_differ_leave_the_field_unread() -> None:
    given = [_made("observed", "one", size=1, free="x"), _made("observed", "two", size=2, free="x")]
    for order in (given, given[::-1]):
        made, contradictions = merge([*order, _made("declared", size=1)])
        assert contradictions == ["size"]
        assert "size" not in made
        assert made["free"] == "x"
        assert made["unread"] == [{"field": "size", "reason": "corrupt", "operation": "sources contradict each other"}]


@pytest.mark.parametrize(
    ("observed", "declared", "kept"),
    [("unsupported", "not_in_source", "unsupported"), ("unsupported", "stale", "stale"), ("denied", "stale", "denied")],
)
def test_a_field_that_nobody_read_keeps_the_reason_that_weighs_most(observed: str, declared: str, kept: str) -> None:
    made, _ = merge([_made("declared", unread={"size": declared}), _made("observed", unread={"size": observed})])
    assert _reasons(made) == {"size": kept}


def test_aliases_of_all_sources_are_kept() -> None:
    one, other = _made("observed"), _made("declared")
    given = [(one[0], {**one[1], "aliases": ["x"]}), (other[0], {**other[1], "aliases": ["a", "y"]})]
    assert merge(given)[0]["aliases"] == ["x", "y"]
