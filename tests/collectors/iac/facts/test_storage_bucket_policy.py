"""The policy of a bucket of code, also where parts of it are known only when it is applied."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.declared_buckets import ACCOUNT, ARN, bucket, known_later, one, resource, setting, why

from collectors.iac.value import Hidden, Unknown

FACTS = ("deny_insecure_transport", "deny_unencrypted_put", "policy_public", "external_principals")
PARTNER = "arn:aws:iam::999988887777:root"
INSECURE = {"Bool": {"aws:SecureTransport": "false"}}


def deny(condition: Any, *resources: str, principal: Any = "*", action: str = "s3:*") -> dict[str, Any]:
    return {"Effect": "Deny", "Principal": principal, "Action": action, "Resource": resources, "Condition": condition}


def allow(principal: Any, **condition: Any) -> dict[str, Any]:
    statement = {"Effect": "Allow", "Principal": principal, "Action": "s3:GetObject", "Resource": f"{ARN}/*"}
    return {**statement, "Condition": condition} if condition else statement


def policy(*statements: Any) -> Any:
    return setting("policy", policy=json.dumps({"Statement": statements}))


TLS_ONLY = deny(INSECURE, ARN, f"{ARN}/*")


def test_a_policy_is_read_as_that_of_a_bucket_in_the_cloud() -> None:
    wrong_mode = {"StringNotEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}}
    put = deny(wrong_mode, f"{ARN}/*", action="s3:PutObject")
    found = one(bucket(), policy(TLS_ONLY, put, allow({"AWS": PARTNER})))
    assert [found[field] for field in FACTS] == [True, True, False, [PARTNER]]
    assert not set(FACTS) & set(found["basis_of"])


@pytest.mark.parametrize("written", [bucket(policy=json.dumps({"Statement": [TLS_ONLY]})), bucket(policy=None)])
def test_a_policy_may_stand_in_the_bucket_itself(written: Any) -> None:
    assert one(written)["deny_insecure_transport"] is (written.values["policy"] is not None)


def test_an_existing_bucket_that_has_no_policy_denies_nothing() -> None:
    assert one(bucket("no-op", policy=""))["deny_insecure_transport"] is False


@pytest.mark.parametrize("text", [Unknown(), known_later("data.aws_iam_policy_document.d", "json"), Hidden("unknown")])
def test_a_policy_that_is_not_known_says_nothing(text: Any) -> None:
    found = one(bucket(), setting("policy", policy=text))
    assert not set(FACTS) & found.keys()


def test_a_malformed_policy_says_nothing() -> None:
    found = one(bucket(), setting("policy", policy="{}"))
    assert {why(found, field) for field in FACTS} == {"corrupt"}


def test_what_stands_for_the_arn_of_the_bucket_is_its_arn() -> None:
    for name in ("<aws_s3_bucket.b.arn>", "arn:aws:s3:::<aws_s3_bucket.b.id>"):
        statement = deny(INSECURE, name, f"{name}/*")
        assert one(bucket(), policy(statement))["deny_insecure_transport"] is True
        unnamed = resource("aws_s3_bucket.b", bucket_prefix="b-")
        owned = setting("policy", bucket=known_later("aws_s3_bucket.b"), policy=policy(statement).values["policy"])
        assert one(unnamed, owned)["deny_insecure_transport"] is True


def test_what_stands_for_the_partition_is_that_of_the_region() -> None:
    name = "arn:<data.aws_partition.current.partition>:s3:::b"
    found = one(bucket(), policy(deny(INSECURE, name, f"{name}/*")), region="cn-north-1")
    assert found["deny_insecure_transport"] is True


def test_without_a_region_the_partition_is_that_of_the_policy() -> None:
    chinese = deny(INSECURE, "arn:aws-cn:s3:::b", "arn:aws-cn:s3:::b/*")
    assert one(bucket(), policy(chinese), region=None)["deny_insecure_transport"] is True
    assert one(bucket(), policy(chinese), region="eu-west-1")["deny_insecure_transport"] is False


@pytest.mark.parametrize(
    "statement",
    [
        deny(INSECURE, "<?>"),
        deny(INSECURE, ARN, f"{ARN}/*", principal={"AWS": "<?>"}),
        deny({"Bool": {"aws:SecureTransport": "<?>"}}, ARN, f"{ARN}/*"),
        deny({"<?>": {"<?>": "<?>"}}, ARN, f"{ARN}/*"),
    ],
)
def test_a_denial_with_a_part_that_is_not_known_may_count(statement: Any) -> None:
    assert why(one(bucket(), policy(statement)), "deny_insecure_transport") == "known_after_apply"
    assert one(bucket(), policy(statement, TLS_ONLY))["deny_insecure_transport"] is True


def test_a_denial_of_something_else_does_not_matter() -> None:
    statement = deny({"StringEquals": {"aws:SourceVpc": "<?>"}}, ARN)
    assert one(bucket(), policy(statement))["deny_insecure_transport"] is False


@pytest.mark.parametrize(
    ("principal", "condition"),
    [({"AWS": "<?>"}, {}), ("*", {"StringEquals": {"aws:SourceVpce": "<?>"}}), ("*", {"<?>": {"<?>": "x"}})],
)
def test_a_grant_that_may_be_to_everybody_leaves_open_whether_it_is(principal: Any, condition: Any) -> None:
    found = one(bucket(), policy(allow(principal, **condition)))
    assert why(found, "policy_public") == why(found, "external_principals") == "known_after_apply"
    assert one(bucket(), policy(allow(principal, **condition), allow("*")))["policy_public"] is True


def test_a_grant_to_an_account_that_is_not_known_is_not_public() -> None:
    found = one(bucket(), policy(allow({"AWS": "arn:aws:iam::<var.partner>:root"})))
    assert found["policy_public"] is False
    assert why(found, "external_principals") == "known_after_apply"


def test_an_endpoint_of_the_same_code_narrows_though_its_id_is_known_later() -> None:
    narrowed = allow("*", StringEquals={"aws:SourceVpce": "<aws_vpc_endpoint.s3.id>"})
    found = one(bucket(), policy(narrowed), resource("aws_vpc_endpoint.s3"))
    assert (found["policy_public"], found["external_principals"]) == (False, [])


@pytest.mark.parametrize("account", [ACCOUNT, None])
@pytest.mark.parametrize(
    "principal", ["<aws_iam_role.app.arn>", "arn:aws:iam::<data.aws_caller_identity.me.account_id>:root"]
)
def test_who_is_of_the_account_of_the_code_is_no_outsider(principal: str, account: str | None) -> None:
    found = one(bucket(), policy(allow({"AWS": principal})), resource("aws_iam_role.app", name="app"), account=account)
    assert found["external_principals"] == []


def test_without_the_account_named_principals_are_neither_in_nor_out() -> None:
    found = one(bucket(), policy(allow({"AWS": PARTNER})), account=None)
    assert why(found, "external_principals") == "not_in_source"
    assert one(bucket(), policy(allow("*")), account=None)["external_principals"] == ["*"]
