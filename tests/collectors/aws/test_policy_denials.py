"""What bucket policies deny to all; one row of the table is one way to write a statement."""

from __future__ import annotations

import json
from typing import Any

import pytest

from collectors.aws.policy import denies_insecure_transport, denies_unencrypted_put, parse

ARN = "arn:aws:s3:::b"
BOTH = [ARN, f"{ARN}/*"]
MODE = "s3:x-amz-server-side-encryption"
KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id"
NO_TLS = {"Bool": {"aws:SecureTransport": "false"}}


def deny(condition: Any, action: Any = "s3:*", resource: Any = BOTH, **more: Any) -> dict[str, Any]:
    return {
        "Effect": "Deny",
        "Principal": "*",
        "Action": action,
        "Resource": resource,
        "Condition": condition,
    } | more


def parsed(*statements: dict[str, Any]) -> list[Any]:
    return parse(json.dumps({"Statement": list(statements)}))


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (deny(NO_TLS), True),
        (deny({"Bool": {"AWS:securetransport": False}}, action="*"), True),
        (deny({"BoolIfExists": {"aws:SecureTransport": ["false"]}}, action=["s3:GetObject", "S3:*"]), True),
        (deny(NO_TLS, resource="*", Principal={"AWS": ["*"]}), True),
        (deny(NO_TLS, resource="arn:aws:s3:::*"), True),
        (deny(NO_TLS, resource="arn:aws:s3:::b*"), True),
        (deny(NO_TLS, Effect="Allow"), False),
        (deny({"Bool": {"aws:SecureTransport": "true"}}), False),
        (deny({"Bool": {"aws:SecureTransport": ["true", "false"]}}), False),
        (deny(NO_TLS, action="s3:GetObject"), False),
        (deny(NO_TLS, action=["s3:Get*", "s3:Put*"]), False),
        (deny(NO_TLS, resource=f"{ARN}/*"), False),
        (deny(NO_TLS, resource=ARN), False),
        (deny(NO_TLS, resource=[ARN, f"{ARN}/private/*"]), False),
        (deny(NO_TLS, resource=["arn:aws:s3:::other", "arn:aws:s3:::other/*"]), False),
        (deny(NO_TLS, resource=[ARN, f"{ARN}/${{aws:username}}*"]), False),
        (deny(NO_TLS, Principal={"AWS": "123456789012"}), False),
        (deny({**NO_TLS, "StringEquals": {"aws:SourceVpc": "vpc-1"}}), False),
        (deny({"NumericLessThan": {"s3:TlsVersion": 1.2}}), False),
        (deny({}), False),
    ],
)
def test_requests_without_tls_are_denied_only_by_a_whole_denial(statement: dict[str, Any], expected: bool) -> None:
    assert denies_insecure_transport(parsed(statement), ARN) is expected


@pytest.mark.parametrize("drop", ["Principal", "Action", "Resource"])
def test_what_a_statement_names_by_exception_covers_nothing(drop: str) -> None:
    statement = deny(NO_TLS)
    statement[f"Not{drop}"] = statement.pop(drop)
    assert denies_insecure_transport(parsed(statement), ARN) is False


def test_bucket_and_objects_may_be_denied_by_two_statements() -> None:
    statements = [deny(NO_TLS, resource=ARN), deny(NO_TLS, resource=f"{ARN}/*")]
    assert denies_insecure_transport(parsed(*statements), ARN) is True


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (deny({"StringNotEquals": {MODE: "aws:kms"}}, "s3:PutObject"), True),
        (deny({"StringNotEqualsIfExists": {MODE: ["aws:kms", "AES256"]}}, "s3:PutObject"), True),
        (deny({"Null": {MODE: "true"}}, "s3:PutObject"), True),
        (deny({"Null": {MODE: True}}, "s3:Put*"), True),
        (deny({"StringNotEquals": {KEY: "arn:aws:kms:eu-west-1:123456789012:key/1"}}, "s3:*"), True),
        (deny({"StringNotLikeIfExists": {KEY: "arn:aws:kms:*:123456789012:key/*"}}, ["s3:PutObject"]), True),
        (deny({"ArnNotEquals": {KEY: "arn:aws:kms:eu-west-1:123456789012:key/1"}}, "S3:putobject"), True),
        (deny({"Null": {MODE: "false"}, "StringNotEquals": {MODE: "aws:kms"}}, "s3:PutObject"), True),
        (deny({"Null": {MODE: "false"}}, "s3:PutObject"), False),
        (deny({"StringEquals": {MODE: "aws:kms"}}, "s3:PutObject"), False),
        (deny({"StringNotEquals": {MODE: "aws:kms"}}, "s3:GetObject"), False),
        (deny({"StringNotEquals": {MODE: "aws:kms"}}, "s3:PutObject", f"{ARN}/private/*"), False),
        (deny({"StringNotEquals": {MODE: "aws:kms"}}, "s3:PutObject", ARN), False),
        (deny({"StringNotEquals": {MODE: "aws:kms"}}, "s3:PutObject", Principal={"AWS": "1"}), False),
        (deny({"StringNotEquals": {MODE: "aws:kms", "aws:username": "x"}}, "s3:PutObject"), False),
        (deny({"StringNotEquals": {MODE: "aws:kms"}}, "s3:PutObject", Effect="Allow"), False),
        (deny({}, "s3:PutObject"), False),
    ],
)
def test_uploads_without_the_encryption_are_denied_only_by_a_whole_denial(
    statement: dict[str, Any], expected: bool
) -> None:
    assert denies_unencrypted_put(parsed(statement), ARN) is expected


def test_a_pattern_made_to_stall_a_matcher_is_answered() -> None:
    statement = deny(NO_TLS, resource=["*a" * 60 + "*" + "b", "arn:aws:s3:::[b]", f"{ARN}?/*"])
    assert denies_insecure_transport(parsed(statement), f"arn:aws:s3:::{'a' * 63}") is False
