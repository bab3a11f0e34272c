"""The text of a policy, with tokens for what is not known in it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.declared_backups import known_later, resource

from collectors.iac.code import Code
from collectors.iac.declared import Declared
from collectors.iac.policy_documents import NOT_KNOWN, policy_text
from collectors.iac.value import Hidden, Unknown

LATER = Unknown()
ROLE = known_later("aws_iam_role.r", "arn")
TOKEN = "<aws_iam_role.r.arn>"


def document(name: str, **values: Any) -> Declared:
    made = resource(f"aws_iam_policy_document.{name}", "read", **values)
    return Declared("data.aws_iam_policy_document", f"data.aws_iam_policy_document.{name}", made.arguments, made.place)


def text_of(value: Any, *others: Declared) -> str | Unknown | None:
    user = resource("aws_kms_key.k", policy=value)
    return policy_text(Code([user, *others]), user, "policy")


def statements_of(*blocks: dict[str, Any], **values: Any) -> Any:
    """Return the statements of a policy that is such a document."""
    others = values.pop("others", ())
    text = text_of(
        known_later("data.aws_iam_policy_document.d", "json"), document("d", statement=list(blocks), **values), *others
    )
    assert isinstance(text, str)
    return json.loads(text)["Statement"]


def test_nothing_stays_nothing_and_a_text_stays_as_it_is() -> None:
    assert text_of(None) is None
    assert text_of("") is None
    assert text_of("{}") == "{}"


def test_values_that_are_not_known_stand_as_tokens() -> None:
    text = text_of({"Statement": [{"Principal": {"AWS": [ROLE, LATER, Hidden("literal")]}}]})
    assert isinstance(text, str)
    assert json.loads(text)["Statement"][0]["Principal"]["AWS"] == [TOKEN, NOT_KNOWN, NOT_KNOWN]


@pytest.mark.parametrize(
    ("value", "reason"),
    [(Hidden("literal"), "not_in_source"), (LATER, "known_after_apply"), (ROLE, "known_after_apply")],
)
def test_a_text_that_is_not_known_is_unread(value: Any, reason: str) -> None:
    found = text_of(value, resource("aws_iam_role.r"))
    assert isinstance(found, Unknown)
    assert found.reason == reason


def test_a_document_is_written_as_a_policy() -> None:
    block = {
        "sid": "One",
        "effect": "Deny",
        "not_actions": ["kms:Decrypt"],
        "resources": ["arn:aws:s3:::b/&{aws:username}"],
        "principals": [{"type": "*", "identifiers": ["*"]}, {"type": "Service", "identifiers": ["s3.amazonaws.com"]}],
        "condition": [{"test": "Bool", "variable": "aws:SecureTransport", "values": ["false"]}],
    }
    assert statements_of(block) == [
        {
            "Sid": "One",
            "Effect": "Deny",
            "NotAction": ["kms:Decrypt"],
            "Resource": ["arn:aws:s3:::b/${aws:username}"],
            "Principal": {"AWS": ["*"], "Service": ["s3.amazonaws.com"]},
            "Condition": {"Bool": {"aws:SecureTransport": ["false"]}},
        }
    ]


def test_one_value_that_is_not_known_stands_as_a_token_and_a_set_may_hold_more() -> None:
    (one,) = statements_of({"actions": ["kms:*"], "principals": [{"type": "AWS", "identifiers": [ROLE]}]})
    assert (one["Effect"], one["Principal"]) == ("Allow", {"AWS": [TOKEN]})
    (whole,) = statements_of({"actions": LATER, "not_principals": [{"type": "AWS", "identifiers": ROLE}]})
    assert (whole["Action"], whole["NotPrincipal"]) == ([NOT_KNOWN], {"AWS": [NOT_KNOWN]})


def test_blocks_that_are_not_known_may_be_anything() -> None:
    (one,) = statements_of({"actions": ["kms:*"], "principals": LATER, "condition": LATER})
    assert one["Principal"] == {"AWS": NOT_KNOWN}
    assert one["Condition"] == {NOT_KNOWN: {NOT_KNOWN: NOT_KNOWN}}


def test_documents_are_put_together_and_the_later_of_one_sid_stands() -> None:
    source = json.dumps({"Statement": {"Sid": "A", "Effect": "Allow", "Action": "kms:List*"}})
    override = known_later("data.aws_iam_policy_document.o", "json")
    found = statements_of(
        {"sid": "A", "actions": ["kms:*"]},
        {"actions": ["kms:Decrypt"]},
        source_policy_documents=[source],
        override_policy_documents=[override],
        others=(document("o", statement=[{"sid": "A", "actions": ["kms:Sign"]}]),),
    )
    assert [one["Action"] for one in found] == [["kms:Sign"], ["kms:Decrypt"]]


@pytest.mark.parametrize(
    "values",
    [
        {"statement": LATER},
        {"source_policy_documents": [LATER]},
        {"override_policy_documents": LATER},
        {"source_policy_documents": ["{"]},
        {"source_policy_documents": [known_later("data.aws_iam_policy_document.d", "json")]},
    ],
)
def test_a_document_that_is_not_whole_is_unread(values: dict[str, Any]) -> None:
    found = text_of(known_later("data.aws_iam_policy_document.d", "json"), document("d", **values))
    assert isinstance(found, Unknown)
