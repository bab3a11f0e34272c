"""Default encryption of buckets of code, and whose key it is."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_buckets import bucket, known_later, one, resource, setting, why

from collectors.iac.value import Unknown

KEY_ARN = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd"


def rule(**values: Any) -> list[dict[str, Any]]:
    return [{"apply_server_side_encryption_by_default": [values]}]


def encrypted(key: Any = None, algorithm: Any = "aws:kms") -> Any:
    values = {"sse_algorithm": algorithm, "kms_master_key_id": key}
    return setting("server_side_encryption_configuration", rule=rule(**values))


@pytest.mark.parametrize(
    ("algorithm", "key", "mode", "key_id"),
    [
        ("AES256", None, "sse_s3", "none"),
        ("aws:kms", None, "sse_kms_managed", "none"),
        ("aws:kms", "alias/aws/s3", "sse_kms_managed", "none"),
        ("aws:kms", "arn:aws:kms:eu-west-1:123456789012:alias/aws/s3", "sse_kms_managed", "none"),
        ("aws:kms", KEY_ARN, "sse_kms_customer", "aws:123456789012:eu-west-1:kms:key/1234abcd"),
        ("aws:kms:dsse", KEY_ARN, "sse_kms_customer", "aws:123456789012:eu-west-1:kms:key/1234abcd"),
    ],
)
def test_a_key_that_is_written_out_is_the_customers(algorithm: str, key: str | None, mode: str, key_id: str) -> None:
    found = one(bucket(), encrypted(key, algorithm))
    assert (found["default_encryption"], found["kms_key_id"]) == (mode, key_id)
    assert "default_encryption" not in found.get("basis_of", {})


@pytest.mark.parametrize("named", [known_later("aws_kms_key.k", "arn"), known_later("aws_kms_alias.a", "arn")])
def test_a_key_of_the_same_code_is_the_customers_though_its_arn_is_known_later(named: Unknown) -> None:
    alias = resource("aws_kms_alias.a", name="alias/a", target_key_id=known_later("aws_kms_key.k", "key_id"))
    found = one(bucket(), encrypted(named), resource("aws_kms_key.k"), alias)
    assert (found["default_encryption"], found["kms_key_id"]) == ("sse_kms_customer", "tf:aws_kms_key.k")


def test_one_of_several_keys_of_the_code_is_the_customers_whichever_it_is() -> None:
    keys = [resource(f"aws_kms_key.k[{n}]") for n in range(2)]
    found = one(bucket(), encrypted(known_later("aws_kms_key.k", "arn")), *keys)
    assert found["default_encryption"] == "sse_kms_customer"
    assert why(found, "kms_key_id") == "known_after_apply"


@pytest.mark.parametrize("setting_", [encrypted(Unknown()), encrypted(algorithm=Unknown())])
def test_a_key_or_mode_that_is_not_known_leaves_both_unread(setting_: Any) -> None:
    found = one(bucket(), setting_)
    assert why(found, "default_encryption") == why(found, "kms_key_id") == "known_after_apply"


def test_rules_about_something_else_leave_the_default_of_s3() -> None:
    found = one(bucket(), setting("server_side_encryption_configuration", rule=[{"bucket_key_enabled": True}]))
    assert found["default_encryption"] == "sse_s3"


def test_encryption_may_stand_in_the_bucket_itself() -> None:
    inline = bucket(server_side_encryption_configuration=[{"rule": rule(sse_algorithm="aws:kms")}])
    assert one(inline)["default_encryption"] == "sse_kms_managed"
    assert one(inline, encrypted(KEY_ARN))["default_encryption"] == "sse_kms_customer"


def test_encryption_of_an_unknown_kind_is_no_encryption_that_counts() -> None:
    assert why(one(bucket(), encrypted(algorithm="rot13")), "default_encryption") == "unsupported"
