"""Policy documents by name; `$` stands for the ARN of the bucket that a document is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

ACCOUNT = "123456789012"
PARTNER = "999988887777"
STRANGER = "444455556666"

Statement = Mapping[str, Any]

_ALL = ["$", "$/*"]


def _allow(principal: Any, actions: Any, resources: Any = "*", condition: Any = None) -> Statement:
    return _said("Allow", principal, actions, resources, condition)


def _deny(principal: Any, actions: Any, resources: Any = "*", condition: Any = None) -> Statement:
    return _said("Deny", principal, actions, resources, condition)


def _said(effect: str, principal: Any, actions: Any, resources: Any, condition: Any) -> Statement:
    parts = {"Principal": principal, "Action": actions, "Resource": resources, "Condition": condition}
    return {"Effect": effect, **{name: part for name, part in parts.items() if part is not None}}


def _root(account: str) -> Mapping[str, str]:
    return {"AWS": f"arn:aws:iam::{account}:root"}


#: Of policies of buckets.
STATEMENTS: Mapping[str, Statement] = {
    "tls": _deny("*", "s3:*", _ALL, {"Bool": {"aws:SecureTransport": "false"}}),
    "tls_objects": _deny("*", "s3:*", ["$/*"], {"Bool": {"aws:SecureTransport": "false"}}),
    "tls_1_2": _deny("*", "s3:*", _ALL, {"NumericLessThan": {"s3:TlsVersion": "1.2"}}),
    "public": _allow("*", "s3:GetObject", ["$/*"]),
    "public_aws": _allow({"AWS": "*"}, ["s3:GetObject", "s3:PutObject"], ["$/*"]),
    "organisation": _allow("*", "s3:GetObject", ["$/*"], {"StringEquals": {"aws:PrincipalOrgID": "o-abcdef1234"}}),
    "network": _allow("*", "s3:GetObject", ["$/*"], {"IpAddress": {"aws:SourceIp": ["198.51.100.0/24"]}}),
    "internet": _allow("*", "s3:GetObject", ["$/*"], {"IpAddress": {"aws:SourceIp": ["0.0.0.0/0"]}}),
    "partner": _allow(_root(PARTNER), "s3:GetObject", ["$/*"]),
    "partner_number": _allow({"AWS": PARTNER}, "s3:*", _ALL),
    "stranger": _allow({"AWS": f"arn:aws:iam::{STRANGER}:role/reader"}, ["s3:GetObject"], ["$/*"]),
    "own": _allow(_root(ACCOUNT), "s3:*", _ALL),
    "service": _allow({"Service": "delivery.logs.amazonaws.com"}, "s3:PutObject", ["$/*"]),
    "kms_only": _deny(
        "*", "s3:PutObject", ["$/*"], {"StringNotEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}}
    ),
}
#: Of policies of keys.
KEY_STATEMENTS: Mapping[str, Statement] = {
    "root": _allow(_root(ACCOUNT), "kms:*"),
    "everybody": _allow({"AWS": "*"}, ["kms:Decrypt", "kms:Encrypt"]),
    "callers": _allow({"AWS": "*"}, "kms:Decrypt", "*", {"StringEquals": {"kms:CallerAccount": ACCOUNT}}),
    "partner": _allow(_root(PARTNER), ["kms:Decrypt", "kms:DescribeKey"]),
    "stranger": _allow({"AWS": f"arn:aws:iam::{STRANGER}:role/reader"}, "kms:Decrypt"),
    "administrator": _allow({"AWS": f"arn:aws:iam::{ACCOUNT}:role/admin"}, ["kms:PutKeyPolicy", "kms:DisableKey"]),
    "user": _allow({"AWS": f"arn:aws:iam::{ACCOUNT}:role/app"}, ["kms:Decrypt", "kms:GenerateDataKey"]),
    "both": _allow({"AWS": f"arn:aws:iam::{ACCOUNT}:role/ops"}, ["kms:Decrypt", "kms:PutKeyPolicy"]),
    "service": _allow({"Service": "logs.eu-west-1.amazonaws.com"}, ["kms:Encrypt*", "kms:Decrypt*"]),
}


def _trust(principal: Any, condition: Any = None, action: str = "sts:AssumeRole") -> Statement:
    return _said("Allow", principal, action, None, condition)


_PROVIDER = f"arn:aws:iam::{ACCOUNT}:oidc-provider/token.example.com"
#: Whom roles trust.
TRUSTS: Mapping[str, Statement] = {
    "service": _trust({"Service": "ec2.amazonaws.com"}),
    "own": _trust(_root(ACCOUNT)),
    "partner": _trust(_root(PARTNER)),
    "partner_id": _trust(_root(PARTNER), {"StringEquals": {"sts:ExternalId": "a-long-secret-id"}}),
    "stranger": _trust({"AWS": STRANGER}),
    "everybody": _trust({"AWS": "*"}),
    "everybody_org": _trust({"AWS": "*"}, {"StringEquals": {"aws:PrincipalOrgID": "o-abcdef1234"}}),
    "everybody_id": _trust("*", {"StringEquals": {"sts:ExternalId": "a-long-secret-id"}}),
    "web": _trust(
        {"Federated": _PROVIDER},
        {"StringEquals": {"token.example.com:sub": "repo:a/b:ref:refs/heads/main"}},
        "sts:AssumeRoleWithWebIdentity",
    ),
}
#: What policies of roles allow.
RIGHTS: Mapping[str, Statement] = {
    "everything": _allow(None, "*"),
    "everything_denied": _deny(None, "*"),
    "whole_service": _allow(None, "s3:*"),
    "one_bucket": _allow(None, ["s3:GetObject", "s3:ListBucket"], ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"]),
    "whole_service_one_bucket": _allow(None, "s3:*", ["arn:aws:s3:::reports/*"]),
    "reads_anything": _allow(None, "s3:GetObject"),
    "not_actions": {"Effect": "Allow", "NotAction": ["iam:*"], "Resource": "*"},
    "pass_role": _allow(None, ["iam:PassRole", "ec2:RunInstances"]),
    "policy_version": _allow(None, "iam:CreatePolicyVersion"),
    "attach": _allow(None, ["iam:AttachRolePolicy"], f"arn:aws:iam::{ACCOUNT}:role/*"),
    "assume": _allow(None, "sts:AssumeRole", f"arn:aws:iam::{ACCOUNT}:role/admin"),
    "all_if_tagged": _allow(None, "*", "*", {"StringEquals": {"aws:ResourceTag/team": "a"}}),
}


def document(statements: Mapping[str, Statement], names: Iterable[str]) -> dict[str, Any]:
    """Return a document of named statements."""
    return {"Version": "2012-10-17", "Statement": [dict(statements[name]) for name in names]}


def about(value: Any, arn: Callable[[str], Any]) -> Any:
    """Return a document about one bucket; `arn` gives its ARN with something behind it."""
    match value:
        case str() if value.startswith("$"):
            return arn(value.removeprefix("$"))
        case dict():
            return {name: about(item, arn) for name, item in value.items()}
        case list():
            return [about(item, arn) for item in value]
        case _:
            return value
