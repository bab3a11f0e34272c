"""Patterns against patterns: which covers which, and which two may match one text."""

from __future__ import annotations

from fnmatch import fnmatchcase
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectors.aws.policy import MalformedPolicy, parse_identity
from collectors.aws.policy.patterns import covers_pattern, may_meet

TEXTS = ["".join(letters) for length in range(7) for letters in product("ab", repeat=length)]
PATTERNS = st.text("ab*?", max_size=4)


def matched(pattern: str) -> set[str]:
    return {text for text in TEXTS if fnmatchcase(text, pattern)}


@given(PATTERNS, PATTERNS)
def test_two_patterns_may_meet_exactly_where_one_text_matches_both(one: str, other: str) -> None:
    assert may_meet(one, other) == bool(matched(one) & matched(other))


@given(PATTERNS, PATTERNS)
def test_a_pattern_that_covers_another_matches_all_that_it_matches(wide: str, narrow: str) -> None:
    assert not covers_pattern(wide, narrow) or matched(narrow) <= matched(wide)


@pytest.mark.parametrize(("wide", "narrow"), [("*", "a*"), ("a*", "a*b"), ("a?", "ab"), ("s3:*", "s3:get*")])
def test_a_wider_pattern_covers(wide: str, narrow: str) -> None:
    assert covers_pattern(wide, narrow)


def test_what_is_not_known_may_be_any_text_and_covers_none() -> None:
    assert may_meet("user/${aws:username}", "user/ana")
    assert may_meet("<aws_iam_role.r.arn>", "arn:aws:iam::1:role/r")
    assert not covers_pattern("user/${aws:username}", "user/ana")


def test_patterns_too_long_to_compare_may_meet() -> None:
    assert may_meet("a" * 5000, "b" * 5000)


@pytest.mark.parametrize(
    "statement",
    [
        '{"Effect": "Allow", "Action": "*"}',
        '{"Effect": "Allow", "Resource": "*"}',
        '{"Effect": "Maybe", "Action": "*", "Resource": "*"}',
        '{"Effect": "Allow", "Actions": "*", "Resource": "*"}',
    ],
)
def test_a_statement_of_an_identity_says_what_it_means_and_on_what(statement: str) -> None:
    with pytest.raises(MalformedPolicy):
        parse_identity(f'{{"Statement": {statement}}}')


def test_exceptions_of_a_statement_are_kept() -> None:
    text = '{"Statement": {"Effect": "Allow", "NotAction": "IAM:*", "NotResource": ["arn:aws:s3:::B"]}}'
    (statement,) = parse_identity(text)
    assert (statement.actions, statement.excepted_actions) == ((), ("iam:*",))
    assert (statement.resources, statement.excepted_resources) == ((), ("arn:aws:s3:::B",))
