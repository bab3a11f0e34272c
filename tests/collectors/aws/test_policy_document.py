"""Policy documents in all their short forms, and texts that are none."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectors.aws.policy import (
    MalformedPolicy,
    denies_insecure_transport,
    denies_unencrypted_put,
    grantees,
    parse,
)

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("*as:${}[]?/", max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["AWS", "Bool", "x"]), inner),
    max_leaves=6,
)
STATEMENTS = st.fixed_dictionaries(
    {"Effect": st.sampled_from(["Allow", "Deny"]) | ANY_JSON, "Principal": st.just("*") | ANY_JSON},
    optional={"Action": ANY_JSON, "Resource": ANY_JSON, "Condition": ANY_JSON},
)


def test_a_single_statement_needs_no_list() -> None:
    (statement,) = parse('{"Statement": {"Effect": "Deny", "Principal": "*", "Action": "S3:Get*"}}')
    assert statement.denies
    assert statement.names_everyone
    assert statement.actions == ("s3:get*",)
    assert (statement.resources, statement.conditions) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        "null",
        "[" * 100_000,
        '{"Statement": "x"}',
        '{"Statement": [{"Principal": "*"}]}',
        '{"Statement": [{"Effect": "Allow"}]}',
        '{"Statement": [{"Effect": "allow", "Principal": "*"}]}',
        '{"Statement": [{"Effect": "Allow", "Principal": "somebody"}]}',
        '{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": {"a": 1}}]}',
        '{"Statement": [{"Effect": "Allow", "Principal": "*", "Condition": []}]}',
    ],
)
def test_what_is_no_policy_is_refused(text: str) -> None:
    with pytest.raises(MalformedPolicy):
        parse(text)


@given(st.fixed_dictionaries({"Statement": st.lists(STATEMENTS, max_size=3) | ANY_JSON}))
def test_any_document_is_read_or_refused(document: object) -> None:
    with contextlib.suppress(MalformedPolicy):
        statements = parse(json.dumps(document))
        assert isinstance(grantees(statements), set)
        denies_insecure_transport(statements, "arn:aws:s3:::b")
        denies_unencrypted_put(statements, "arn:aws:s3:::b")
