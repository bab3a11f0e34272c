"""How people are named and of what kind accounts are."""

from __future__ import annotations

import pytest

from collectors.identity import kinds, nesting, persons


@pytest.mark.parametrize("written", ["E1023", "e1023", " Ｅ１０２３ "])
def test_width_case_and_blanks_of_a_number_do_not_count(written: str) -> None:
    assert persons.by_number(written) == "staff:e1023"


def test_leading_zeros_of_a_number_count() -> None:
    assert persons.by_number("0017") != persons.by_number("17")


def test_numbers_come_before_addresses_and_each_once() -> None:
    assert persons.keys(["E1", " ", "e1"], ["A@b.cn", "a@B.cn", "no address"]) == ["staff:e1", "a@b.cn"]


@pytest.mark.parametrize(
    ("what", "number", "mail"),
    [
        ("leading_zeros", "staff~17", "staff~l.i+hr@b.cn"),
        ("plus_tags", "staff~0017", "staff~l.i@b.cn"),
        ("dots", "staff~0017", "staff~li+hr@b.cn"),
    ],
)
def test_what_does_not_count_is_left_out_behind_the_exact_names(what: str, number: str, mail: str) -> None:
    exact = ["staff:0017", "l.i+hr@b.cn"]
    assert persons.keys(["0017"], ["L.i+HR@b.cn"], [what]) == [*exact, number, mail]


def test_nothing_is_left_of_no_name() -> None:
    assert persons.loosely(["000"], ["+a@b.cn"], list(persons.LOOSE)) == ["staff~000", "staff~+a@b.cn"]


def test_the_first_line_all_of_whose_patterns_fit_tells_the_kind() -> None:
    lines = [{"name": "svc-*", "under": "ou=x", "kind": "service"}, {"name": "SVC-*", "kind": "shared"}]
    assert kinds.declared(lines, name=["svc-a"], under=["ou=X"]) == "service"
    assert kinds.declared(lines, name=["Svc-A"], under=["ou=y"]) == "shared"
    assert kinds.declared(lines, name=["zhang"], under=["ou=x"]) is None


def test_a_circle_of_groups_ends() -> None:
    above = {"a": ["b"], "b": ["c"], "c": ["a"]}
    assert nesting.reached(["a"], lambda name: above[name]) == {"a", "b", "c"}
