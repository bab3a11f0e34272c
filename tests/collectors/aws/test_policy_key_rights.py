"""Who administers and who uses a key, by statements as key policies write them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from collectors.aws.policy import Statement, administrators, lets_in, parse, users

ONE, OTHER = "arn:aws:iam::111122223333:role/one", "arn:aws:iam::111122223333:role/other"


def statements(*written: dict[str, Any]) -> list[Statement]:
    return parse(json.dumps({"Statement": [{"Effect": "Allow", "Resource": "*"} | item for item in written]}))


def allow(action: Any, principal: Any = ONE, **more: Any) -> dict[str, Any]:
    return {"Principal": {"AWS": principal}, "Action": action, **more}


def deny(action: Any, principal: Any = ONE, **more: Any) -> dict[str, Any]:
    return allow(action, principal, Effect="Deny", **more)


@pytest.mark.parametrize(
    ("action", "administers", "uses"),
    [
        ("kms:*", True, True),
        ("*", True, True),
        ("kms:PutKeyPolicy", True, False),
        (["kms:Put*", "kms:Describe*"], True, False),
        ("kms:ScheduleKeyDeletion", True, False),
        ("KMS:decrypt", False, True),
        ("kms:GenerateDataKey*", False, True),
        ("kms:ReEncrypt*", False, True),
        (["kms:Sign", "kms:GetPublicKey"], False, True),
        ("kms:CreateGrant", False, False),
        (["kms:DescribeKey", "kms:List*", "kms:TagResource"], False, False),
    ],
)
def test_an_action_administers_or_uses(action: Any, administers: bool, uses: bool) -> None:
    found = statements(allow(action))
    assert (administrators(found), users(found)) == ({ONE} if administers else set(), {ONE} if uses else set())


def test_all_actions_but_some_are_all_the_others() -> None:
    found = statements({"Principal": {"AWS": ONE}, "NotAction": "kms:Decrypt"})
    assert administrators(found) == {ONE}
    assert users(found) == {ONE}
    found = statements({"Principal": {"AWS": ONE}, "NotAction": ["kms:*"]})
    assert (administrators(found), users(found)) == (set(), set())


def test_everybody_is_a_star() -> None:
    assert users(statements(allow("kms:*", "*"))) == {"*"}
    assert administrators(statements({"NotPrincipal": {"AWS": ONE}, "Action": "kms:*"})) == {"*"}


def test_a_caller_account_narrows_everybody_to_that_account() -> None:
    condition = {"StringEquals": {"kms:CallerAccount": "111122223333", "kms:ViaService": "s3.eu-west-1.amazonaws.com"}}
    assert users(statements(allow("kms:Decrypt", "*", Condition=condition))) == {"111122223333"}


def test_the_service_that_asks_narrows_nobody() -> None:
    condition = {"StringEquals": {"kms:ViaService": "s3.eu-west-1.amazonaws.com"}}
    assert users(statements(allow("kms:Decrypt", "*", Condition=condition))) == {"*"}


@pytest.mark.parametrize(
    ("denial", "left"),
    [
        (deny("kms:Decrypt"), {OTHER}),
        (deny("kms:*", "*"), set()),
        (deny("kms:Decrypt", "*"), set()),
        ({"Effect": "Deny", "NotPrincipal": {"AWS": ONE}, "Action": "kms:*"}, {ONE, OTHER}),
        (deny("kms:Encrypt"), {ONE, OTHER}),
        (deny("kms:Decrypt", Condition={"Bool": {"aws:MultiFactorAuthPresent": "false"}}), {ONE, OTHER}),
    ],
)
def test_a_denial_of_named_principals_without_conditions_takes_away(denial: dict[str, Any], left: set[str]) -> None:
    assert users(statements(allow("kms:Decrypt", [ONE, OTHER]), denial)) == left


def test_reading_about_a_key_lets_nobody_in() -> None:
    assert lets_in(statements(allow(["kms:DescribeKey", "kms:GetPublicKey"], "*"))) == set()
    assert lets_in(statements(allow(["kms:DescribeKey", "kms:CreateGrant"], "*"))) == {"*"}
    assert lets_in(statements({"Principal": "*", "NotAction": "kms:Decrypt"})) == {"*"}
