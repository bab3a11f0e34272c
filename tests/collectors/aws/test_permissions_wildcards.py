"""Full wildcards of one policy, after what all policies of the holder deny and its boundary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from support.identity_policies import allow, deny

from collectors.aws.permissions import Rights, level_of
from collectors.aws.policy import Statement


def level(*granted: Statement, also: Sequence[Statement] = (), boundary: Sequence[Statement] | None = None) -> str:
    return level_of(granted, Rights([*granted, *also], boundary=boundary))


@pytest.mark.parametrize(
    "statement",
    [
        allow("*"),
        allow("*:*"),
        allow("**"),
        allow(["s3:GetObject", "*"]),
        allow("*", ["arn:aws:s3:::b", "*"]),
        allow("*", "arn:aws:*"),
        allow("*", "arn:*:*:*:*:*"),
        allow(NotAction=["iam:*"], Resource="*"),
        allow(Action="*", NotResource="arn:aws:s3:::b"),
        allow("*", Condition={"Bool": {"aws:MultiFactorAuthPresent": "true"}}),
    ],
)
def test_all_actions_on_all_resources(statement: Statement) -> None:
    assert level(statement) == "all"


@pytest.mark.parametrize(
    "statement",
    [
        allow("s3:*"),
        allow("S3:*"),
        allow("s3:**"),
        allow("s3:*", "arn:aws:s3:::*"),
        allow("s3:*", ["arn:aws-cn:s3:::*", "arn:aws-cn:s3:::*/*"]),
        allow("dynamodb:*", "arn:aws:dynamodb:*:*:*"),
        allow("*", "arn:aws:s3:::*"),
        allow(Action="s3:*", NotResource="arn:aws:s3:::b/*"),
    ],
)
def test_all_of_one_service_on_all_its_resources(statement: Statement) -> None:
    assert level(statement) == "service"


@pytest.mark.parametrize(
    "statement",
    [
        allow("s3:Get*"),
        allow("s3:?"),
        allow("*", "arn:aws:s3:::b/*"),
        allow("s3:*", "arn:aws:s3:::b*"),
        allow("s3:*", "arn:aws:sqs:*:*:*"),
        allow(NotAction="*", Resource="*"),
        allow(Action="*", NotResource="*"),
        deny("*"),
    ],
)
def test_less_than_both_is_no_full_wildcard(statement: Statement) -> None:
    assert level(statement) == "none"


def test_two_statements_do_not_make_one_wildcard() -> None:
    assert level(allow("s3:*", "arn:aws:s3:::b/*"), allow("s3:GetObject")) == "none"


@pytest.mark.parametrize(
    ("granted", "denied", "left"),
    [
        (allow("dynamodb:*"), deny("dynamodb:*"), "none"),
        (allow("dynamodb:*"), deny("*"), "none"),
        (allow("*"), deny("*"), "none"),
        (allow("*"), deny("iam:*"), "all"),
        (allow("*"), deny("s3:DeleteBucket"), "all"),
        (allow("s3:*"), deny("s3:Delete*"), "service"),
        (allow("s3:*"), deny("s3:*", "arn:aws:s3:::b"), "service"),
        (allow("s3:*"), deny("s3:*", "arn:aws:s3:::*"), "none"),
        (allow("s3:*"), deny(Action="s3:*", NotResource=["arn:aws:s3:::b"]), "none"),
        (allow("*"), deny(NotAction=["s3:GetObject"], Resource="*"), "none"),
        (allow("*"), deny(NotAction=["s3:*"], Resource="*"), "service"),
        (allow("sqs:*"), deny(NotAction=["s3:*"], Resource="*"), "none"),
        (allow("*"), deny("*", Condition={"Bool": {"aws:SecureTransport": "false"}}), "all"),
        (allow(NotAction=["iam:*"], Resource="*"), deny(NotAction=["iam:*"], Resource="*"), "none"),
    ],
)
def test_what_a_denial_of_the_holder_leaves(granted: Statement, denied: Statement, left: str) -> None:
    assert level(granted, also=[denied]) == left


@pytest.mark.parametrize(
    ("granted", "boundary", "left"),
    [
        (allow("*"), [allow("s3:Get*")], "none"),
        (allow("*"), [allow("*", "arn:aws:s3:::b/*")], "none"),
        (allow("*"), [allow("s3:*"), allow("ec2:Describe*")], "service"),
        (allow("s3:*"), [allow("ec2:*")], "none"),
        (allow("s3:*"), [allow(NotAction=["s3:*"], Resource="*")], "none"),
        (allow("*"), [allow("*"), deny("iam:*")], "all"),
        (allow("*"), [allow("*"), deny("*")], "none"),
        (allow("*"), [], "none"),
    ],
)
def test_what_a_boundary_leaves(granted: Statement, boundary: Any, left: str) -> None:
    assert level(granted, boundary=boundary) == left
