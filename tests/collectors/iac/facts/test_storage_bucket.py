"""Buckets of code: names, what a new bucket is given, and how separate settings find their bucket."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_buckets import bucket, known_later, looked, one, read, resource, setting, why

from collectors.iac.declared import Declared
from collectors.iac.value import Reference, Unknown

ALL_ON = dict.fromkeys(
    ("block_public_acls", "ignore_public_acls", "block_public_policy", "restrict_public_buckets"), True
)
VERSIONED = [{"status": "Enabled"}]
UNNAMED = resource("aws_s3_bucket.b", bucket_prefix="b-")


def test_a_bucket_is_named_as_the_cloud_names_it() -> None:
    found = one(bucket())
    assert (found["id"], found["aliases"], found["name"]) == ("aws:s3:bucket/b", ["arn:aws:s3:::b"], "b")
    assert (found["account_id"], found["region"], found["provider"]) == ("123456789012", "eu-west-1", "aws_s3")


def test_a_bucket_whose_name_is_made_later_is_named_by_its_address() -> None:
    assert one(UNNAMED)["id"] == "tf:aws_s3_bucket.b"
    assert one(UNNAMED, prefix="cfn")["id"] == "cfn:aws_s3_bucket.b"


def test_a_bucket_of_an_unknown_place_does_not_say_where_it_is() -> None:
    found = one(bucket(), account=None, region=None)
    assert why(found, "account_id") == why(found, "region") == "not_in_source"
    assert found["access_logging"] == "none"


def test_a_new_bucket_has_what_s3_gives_to_every_new_bucket() -> None:
    found = one(bucket())
    facts = {
        "default_encryption": "sse_s3",
        "kms_key_id": "none",
        "public_access_block": "full",
        "acl_public": False,
        "policy_public": False,
        "external_principals": [],
        "deny_insecure_transport": False,
        "deny_unencrypted_put": False,
        "versioning": "disabled",
        "object_lock_mode": "none",
        "object_lock_days": 0,
        "lifecycle_state": "none",
        "access_logging": "none",
        "log_source_id": "none",
        "replication_targets": [],
    }
    assert {field: found[field] for field in facts} == facts
    assert found["basis_of"] == dict.fromkeys(facts, "provider_default")


@pytest.mark.parametrize("action", ["update", "no-op"])
def test_what_the_code_does_not_set_on_an_existing_bucket_may_be_set_elsewhere(action: str) -> None:
    found = one(bucket(action))
    for field in ("default_encryption", "public_access_block", "acl_public", "deny_insecure_transport", "versioning"):
        assert why(found, field) == "not_in_source"
    assert found["tags"] == {}


def test_a_bucket_that_is_made_anew_has_what_every_new_bucket_has() -> None:
    assert one(bucket("replace"))["default_encryption"] == "sse_s3"


def test_a_part_of_the_code_that_was_not_read_may_hold_what_is_missing() -> None:
    found = one(bucket(), setting("public_access_block", **ALL_ON), complete=False)
    assert why(found, "deny_insecure_transport") == why(found, "access_logging") == "partial"
    assert found["public_access_block"] == "full"


@pytest.mark.parametrize(
    "owner", ["b", known_later("aws_s3_bucket.b"), Unknown(references=(Reference("aws_s3_bucket.b", "bucket"),))]
)
def test_a_separate_setting_finds_its_bucket_by_name_or_reference(owner: object) -> None:
    found = one(bucket(), setting("versioning", bucket=owner, versioning_configuration=VERSIONED))
    assert found["versioning"] == "enabled"
    assert "versioning" not in found["basis_of"]


def test_a_setting_whose_bucket_is_not_known_may_be_that_of_any() -> None:
    stray = setting("versioning", bucket=Unknown(), versioning_configuration=VERSIONED)
    assert why(one(bucket(), stray), "versioning") == "known_after_apply"
    own = resource("aws_s3_bucket_versioning.own", bucket="b", versioning_configuration=[{"status": "Suspended"}])
    assert one(bucket(), stray, own)["versioning"] == "suspended"


def test_a_setting_of_one_of_several_instances_may_be_that_of_each() -> None:
    buckets = [resource(f'aws_s3_bucket.x["{key}"]', bucket=key) for key in ("m", "n")]
    stray = setting("versioning", bucket=known_later("aws_s3_bucket.x"), versioning_configuration=VERSIONED)
    records = read(*buckets, stray).every("storage_bucket")
    assert [why(record, "versioning") for record in records] == ["known_after_apply"] * 2


def test_instances_of_one_key_belong_together() -> None:
    def instance(type_: str, key: str, **values: Any) -> Declared:
        return resource(f'{type_}.x["{key}"]', **values)

    made = [instance("aws_s3_bucket", key, bucket=key) for key in ("m", "n")]
    owner = known_later("aws_s3_bucket.x")
    made.append(instance("aws_s3_bucket_versioning", "n", bucket=owner, versioning_configuration=VERSIONED))
    assert [record["versioning"] for record in read(*made).every("storage_bucket")] == ["disabled", "enabled"]


def test_two_settings_of_one_bucket_count_only_where_they_agree() -> None:
    first, same, other = (
        resource(f"aws_s3_bucket_versioning.v{n}", bucket="b", versioning_configuration=[{"status": status}])
        for n, status in enumerate(("Enabled", "Enabled", "Suspended"))
    )
    assert one(bucket(), first, same)["versioning"] == "enabled"
    assert why(one(bucket(), first, other), "versioning") == "known_after_apply"


def test_settings_of_a_bucket_of_other_code_are_told_and_not_judged() -> None:
    out = read(*(setting("versioning", bucket=f"far-{n}") for n in range(5)))
    assert out.records == {}
    assert out.notes == [
        "settings of buckets that this code does not declare are not judged: far-0, far-1, far-2 and 2 more"
    ]


def test_settings_of_a_bucket_that_is_only_looked_up_are_not_those_of_others() -> None:
    looked_up = looked("data.aws_s3_bucket.far")
    stray = setting("versioning", bucket=known_later("data.aws_s3_bucket.far"))
    assert one(bucket(), looked_up, stray)["versioning"] == "disabled"
    assert read(looked_up, stray).notes[0].endswith("not judged: data.aws_s3_bucket.far")


def test_directory_buckets_and_access_points_are_told_and_not_judged() -> None:
    out = read(resource("aws_s3_directory_bucket.d"), resource("aws_s3_access_point.a"))
    assert out.records == {}
    assert out.notes == [
        "directory buckets are not judged: aws_s3_directory_bucket.d",
        "access points are not judged: aws_s3_access_point.a",
    ]


@pytest.mark.parametrize(
    ("values", "tags"),
    [
        ({"tags": {"a": "x"}}, {"a": "x"}),
        ({"tags": {"a": "x"}, "tags_all": {"a": "x", "owner": "y"}}, {"a": "x", "owner": "y"}),
        ({}, {}),
    ],
)
def test_tags_are_those_of_the_bucket_and_of_its_provider(values: dict[str, object], tags: dict[str, str]) -> None:
    assert one(bucket(**values))["tags"] == tags


@pytest.mark.parametrize("tags", [{"a": "x", "b": Unknown()}, Unknown()])
def test_one_tag_that_is_not_known_hides_them_all(tags: object) -> None:
    assert why(one(bucket(tags_all=tags)), "tags") == "known_after_apply"
