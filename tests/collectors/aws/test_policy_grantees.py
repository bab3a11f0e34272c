"""Whom bucket policies let in; one row of the table is one way to write a statement."""

from __future__ import annotations

import json
from typing import Any

import pytest

from collectors.aws.policy import account_of, grantees, parse

OUTSIDE = "arn:aws:iam::999988887777:root"


def let_in(principal: Any, condition: Any = None, **more: Any) -> set[str]:
    statement = {"Effect": "Allow", "Principal": principal, "Action": "s3:GetObject", "Resource": "*"} | more
    return grantees(parse(json.dumps({"Statement": statement | {"Condition": condition or {}}})))


@pytest.mark.parametrize(
    ("principal", "expected"),
    [
        ("*", {"*"}),
        ({"AWS": "*"}, {"*"}),
        ({"AWS": ["123456789012", "*"]}, {"*", "123456789012"}),
        ({"AWS": "arn:aws:iam::*:role/any"}, {"*"}),
        ({"AWS": OUTSIDE}, {OUTSIDE}),
        ({"AWS": ["111122223333", OUTSIDE]}, {"111122223333", OUTSIDE}),
        ({"CanonicalUser": "79a59df900b949e5"}, {"79a59df900b949e5"}),
        ({"Federated": "accounts.example.com"}, {"accounts.example.com"}),
        ({"Service": "cloudtrail.amazonaws.com"}, set()),
        ({"AWS": "AROAEXAMPLEEXAMPLE12"}, set()),
    ],
)
def test_principals_are_listed_as_written(principal: Any, expected: set[str]) -> None:
    assert let_in(principal) == expected


@pytest.mark.parametrize(
    "condition",
    [
        {"StringEquals": {"aws:PrincipalOrgID": "o-1234567890"}},
        {"StringEquals": {"AWS:sourcevpce": ["vpce-1", "vpce-2"]}},
        {"StringLike": {"aws:SourceVpc": "vpc-1"}},
        {"ArnLike": {"aws:SourceArn": "arn:aws:sns:eu-west-1:123456789012:*"}},
        {"ArnEquals": {"aws:SourceArn": "arn:aws:s3:::another-bucket"}},
        {"StringEquals": {"aws:SourceAccount": "123456789012"}},
        {"IpAddress": {"aws:SourceIp": ["192.0.2.0/24", "2001:db8::/32"]}},
        {"Bool": {"aws:PrincipalIsAWSService": "true"}},
        {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-1234567890/*"}},
        {"Bool": {"aws:SecureTransport": "true"}, "StringEquals": {"aws:SourceVpc": "vpc-1"}},
    ],
)
def test_a_star_that_a_condition_narrows_is_not_everybody(condition: Any) -> None:
    assert let_in("*", condition) == set()


@pytest.mark.parametrize(
    "condition",
    [
        {"Bool": {"aws:SecureTransport": "true"}},
        {"StringLike": {"aws:SourceVpc": "vpc-*"}},
        {"StringEquals": {"aws:SourceVpc": ["vpc-1", "vpc-*"]}},
        {"StringEquals": {"aws:SourceVpc": []}},
        {"StringEquals": {"aws:SourceVpc": "${aws:username}"}},
        {"StringNotEquals": {"aws:PrincipalOrgID": "o-1234567890"}},
        {"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-1234567890"}},
        {"ForAllValues:StringEquals": {"aws:PrincipalOrgID": "o-1234567890"}},
        {"Null": {"aws:PrincipalOrgID": "false"}},
        {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/reader"}},
        {"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "*"}},
        {"IpAddress": {"aws:SourceIp": "0.0.0.0/0"}},
        {"IpAddress": {"aws:SourceIp": ["192.0.2.0/24", "128.0.0.0/1"]}},
        {"IpAddress": {"aws:SourceIp": "2001::/16"}},
        {"IpAddress": {"aws:SourceIp": "anywhere"}},
        {"NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"}},
        {"Bool": {"aws:PrincipalIsAWSService": "false"}},
        {"StringLike": {"aws:Referer": "https://example.com/page"}},
        {"StringEquals": {"aws:PrincipalTag/team": "data"}},
    ],
)
def test_a_star_that_a_condition_does_not_narrow_stays_everybody(condition: Any) -> None:
    assert let_in("*", condition) == {"*"}


def test_a_star_narrowed_to_an_account_lets_that_account_in() -> None:
    assert let_in("*", {"StringEquals": {"aws:PrincipalAccount": "999988887777"}}) == {"999988887777"}
    assert let_in("*", {"ArnLike": {"aws:PrincipalArn": f"{OUTSIDE}*"}}) == {f"{OUTSIDE}*"}


def test_a_narrowed_star_does_not_hide_who_is_named_beside_it() -> None:
    condition = {"StringEquals": {"aws:PrincipalOrgID": "o-1234567890"}}
    assert let_in({"AWS": ["*", OUTSIDE]}, condition) == {OUTSIDE}


def test_allowing_all_but_some_allows_everybody() -> None:
    statement = {"Effect": "Allow", "NotPrincipal": {"AWS": OUTSIDE}, "Action": "s3:*", "Resource": "*"}
    assert grantees(parse(json.dumps({"Statement": [statement]}))) == {"*"}


def test_who_is_denied_is_not_let_in() -> None:
    assert let_in("*", Effect="Deny") == set()


@pytest.mark.parametrize(
    ("principal", "account"),
    [
        (OUTSIDE, "999988887777"),
        ("999988887777", "999988887777"),
        ("arn:aws:iam::cloudfront:user/identity", "cloudfront"),
        ("arn:aws:iam:::user/of-the-server", ""),
        ("arn:broken", ""),
        ("79a59df900b949e5", ""),
        ("*", ""),
    ],
)
def test_the_account_of_a_principal(principal: str, account: str) -> None:
    assert account_of(principal) == account
