"""Several descriptions of one resource become one: the best basis stands, and nothing covers a gap or a quarrel."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from support.widgets import resource

from assay.snapshot.describing import described
from assay.snapshot.merging import Described, Vouching, merge, vouching
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


READ = {
    "properties": {"size": {"x-vouched": True}, "by": {"x-vouched": True, "x-of": "size"}, "email": {}, "differs": {}}
}
VOUCHED = vouching(READ)


def test_the_marks_of_a_schema_say_what_people_vouch_for() -> None:
    assert Vouching(frozenset({"size", "by"}), {"by": "size"}) == VOUCHED


def test_a_persons_word_goes_before_what_was_found_in_a_text() -> None:
    found, written = _made("documented", "files", size=1, email="a@b"), _made("declared", "rows", size=2, email="c@d")
    for order in ([found, written], [written, found]):
        made, _ = merge(order, VOUCHED)
        assert (made["size"], made["email"], made["source"]) == (2, "a@b", "files")
        assert (made["basis_of"], made["source_of"]) == ({"size": "declared"}, {"size": "rows"})


def test_the_answer_about_a_document_goes_before_the_register() -> None:
    basis, found = _made("documented", size=1)
    made, _ = merge([(basis, {**found, "basis_of": {"size": "attested"}}), _made("declared", size=2)], VOUCHED)
    assert (made["size"], made["basis_of"]) == (1, {"size": "attested"})


@pytest.mark.parametrize("reason", ["locked", "corrupt", "no_text", "limit"])
def test_a_person_may_say_what_a_document_that_nobody_could_open_says(reason: str) -> None:
    made, _ = merge([_made("documented", unread={"size": reason}), _made("declared", size=2)], VOUCHED)
    assert (made["size"], made["unread"]) == (2, [])


def test_who_vouches_is_said_by_the_record_whose_word_counts() -> None:
    found, written = _made("documented", size=1, by="detector"), _made("declared", size=2)
    assert "by" not in merge([found, written], VOUCHED)[0]
    assert merge([found, _made("declared", by="register")], VOUCHED)[0]["by"] == "detector"


def _described(*records: Described) -> tuple[Any, list[str]]:
    return described("widget", records, VOUCHED, READ)


def test_what_a_source_says_and_does_not_count_is_kept_and_told() -> None:
    made, lines = _described(_made("documented", "files", size=1), _made("declared", "rows", size=2))
    assert made["differs"] == {"size": {"value": 1, "source": "files"}}
    assert lines == ["widget a: size: 2 by rows, 1 by files; rows counts"]


def test_of_lists_the_difference_is_told() -> None:
    _, (line,) = _described(_made("documented", "files", size=["x", "y"]), _made("declared", "rows", size=["y"]))
    assert line == "widget a: size: nothing more by rows, only x by files; rows counts"


def test_lists_in_another_order_do_not_differ() -> None:
    made, lines = _described(_made("documented", size=["x", "y"]), _made("declared", size=["y", "x"]))
    assert ("differs" in made, lines) == (False, [])


def test_a_contradiction_is_told() -> None:
    _, lines = _described(_made("observed", "one", email="a"), _made("observed", "two", email="b"))
    assert lines == ["widget a: email is stated differently by two descriptions of it; unread until they agree"]
