"""Who may reach a bucket, from answers that no server here gives."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.aws_calls import bucket

from collectors.aws.trouble import Trouble

DENIED = Trouble("denied", "AccessDenied")
ALL_USERS = {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/global/AllUsers"}
ALL_ACCOUNTS = {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"}
LOG_DELIVERY = {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/s3/LogDelivery"}
ENFORCED = {"OwnershipControls": {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}}
ALL_ON = dict.fromkeys(("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"), True)


def acl(*grantees: dict[str, Any]) -> dict[str, Any]:
    grants = [{"Grantee": grantee, "Permission": "READ"} for grantee in grantees]
    return {"s3:GetBucketAcl": {"Owner": {"ID": "owner"}, "Grants": grants}}


def policy(principal: Any, **condition: Any) -> dict[str, Any]:
    statement = {
        "Effect": "Allow",
        "Principal": principal,
        "Action": "*",
        "Resource": "*",
        "Condition": condition,
    }
    return {"s3:GetBucketPolicy": {"Policy": json.dumps({"Statement": [statement]})}}


def status(public: bool) -> dict[str, Any]:
    return {"s3:GetBucketPolicyStatus": {"PolicyStatus": {"IsPublic": public}}}


def block(bucket_block: dict[str, bool] | Trouble, account_block: dict[str, bool] | Trouble) -> dict[str, Any]:
    made = {"s3:GetPublicAccessBlock": bucket_block, "s3control:GetPublicAccessBlock": account_block}
    return {
        label: answer if isinstance(answer, Trouble) else {"PublicAccessBlockConfiguration": answer}
        for label, answer in made.items()
    }


@pytest.mark.parametrize(
    ("bucket_block", "account_block", "expected"),
    [
        (ALL_ON, ALL_ON, "full"),
        (ALL_ON, DENIED, "full"),
        (DENIED, ALL_ON, "full"),
        ({"BlockPublicAcls": True, "IgnorePublicAcls": True}, ALL_ON, "full"),
        ({"BlockPublicAcls": True}, {"BlockPublicPolicy": True}, "partial"),
        ({"BlockPublicAcls": True, "IgnorePublicAcls": False}, {"BlockPublicAcls": False}, "partial"),
        (dict.fromkeys(ALL_ON, False), {"BlockPublicAcls": False}, "none"),
    ],
)
def test_a_setting_of_bucket_or_account_blocks(bucket_block: Any, account_block: Any, expected: str) -> None:
    assert bucket(block(bucket_block, account_block))["public_access_block"] == expected


@pytest.mark.parametrize(
    "answers", [block({"BlockPublicAcls": True}, DENIED), block(DENIED, {"BlockPublicAcls": True})]
)
def test_half_a_block_with_the_other_half_denied_is_unread(answers: dict[str, Any]) -> None:
    assert bucket(answers)["unread"]["public_access_block"][0] == "denied"


@pytest.mark.parametrize(
    ("answers", "public", "outsiders"),
    [
        (policy("*") | status(True), True, ["*"]),
        (policy("*", Bool={"some:Key": "x"}) | status(False), False, []),  # AWS knows its conditions best
        (policy({"AWS": "999988887777"}) | status(True), True, ["*", "999988887777"]),
        (policy("*") | {"s3:GetBucketPolicyStatus": DENIED}, True, ["*"]),
        (
            policy("*", StringEquals={"aws:SourceVpc": "vpc-1"}) | {"s3:GetBucketPolicyStatus": DENIED},
            False,
            [],
        ),
        (policy({"AWS": "123456789012"}) | status(False), False, []),
        (policy({"AWS": "arn:aws:iam::123456789012:role/own"}) | status(False), False, []),
        (policy({"CanonicalUser": ["owner", "stranger"]}) | status(False), False, ["stranger"]),
    ],
)
def test_whom_the_policy_lets_in(answers: dict[str, Any], public: bool, outsiders: list[str]) -> None:
    made = bucket(answers)
    assert (made["policy_public"], made["external_principals"]) == (public, outsiders)


@pytest.mark.parametrize("text", ["no JSON", "{}"])
def test_a_malformed_policy_is_unread_but_for_what_aws_says_of_it(text: str) -> None:
    made = bucket({"s3:GetBucketPolicy": {"Policy": text}} | status(False))
    assert made["policy_public"] is False
    corrupt = ("corrupt", "s3:GetBucketPolicy")
    assert made["unread"] == dict.fromkeys(
        ("deny_insecure_transport", "deny_unencrypted_put", "external_principals"), corrupt
    )


def test_with_policy_and_status_denied_nothing_is_said_about_the_policy() -> None:
    made = bucket({"s3:GetBucketPolicy": DENIED, "s3:GetBucketPolicyStatus": DENIED})
    assert made["unread"]["policy_public"] == ("denied", "s3:GetBucketPolicyStatus")


@pytest.mark.parametrize(
    ("answers", "public", "outsiders"),
    [
        (acl({"Type": "CanonicalUser", "ID": "owner"}), False, []),
        (acl({"Type": "CanonicalUser", "ID": "stranger"}), False, ["stranger"]),
        (acl(ALL_USERS), True, []),
        (acl(ALL_ACCOUNTS), True, []),
        (acl(LOG_DELIVERY), False, []),
        (acl(ALL_USERS) | {"s3:GetBucketOwnershipControls": ENFORCED}, False, []),
        (acl(ALL_USERS) | {"s3:GetBucketOwnershipControls": DENIED}, True, []),
        ({"s3:GetBucketAcl": DENIED, "s3:GetBucketOwnershipControls": ENFORCED}, False, []),
    ],
)
def test_whom_the_acl_lets_in(answers: dict[str, Any], public: bool, outsiders: list[str]) -> None:
    made = bucket(answers)
    assert (made["acl_public"], made["external_principals"]) == (public, outsiders)


def test_an_outsider_in_the_policy_does_not_make_up_for_an_acl_that_is_denied() -> None:
    made = bucket(policy({"AWS": "999988887777"}) | status(False) | {"s3:GetBucketAcl": DENIED})
    assert made["unread"]["external_principals"] == ("denied", "s3:GetBucketAcl")


def test_without_the_own_account_named_principals_are_neither_in_nor_out() -> None:
    unknown = {"sts:GetCallerIdentity": Trouble("timeout", "ReadTimeoutError")}
    made = bucket(policy({"AWS": "999988887777"}) | status(False) | unknown)
    assert made["unread"]["external_principals"] == ("timeout", "sts:GetCallerIdentity")
    assert bucket(policy({"Service": "x.amazonaws.com"}) | status(False) | unknown)["external_principals"] == []


def test_no_policy_at_all_is_not_public_even_where_the_policy_may_not_be_read() -> None:
    assert bucket({"s3:GetBucketPolicy": DENIED})["policy_public"] is False
