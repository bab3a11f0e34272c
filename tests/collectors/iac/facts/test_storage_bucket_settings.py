"""Versioning, locks, access log and replication of buckets of code."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_buckets import bucket, known_later, one, resource, setting, why

from collectors.iac.value import Unknown


@pytest.mark.parametrize(
    ("status", "expected"), [("Enabled", "enabled"), ("Suspended", "suspended"), ("Disabled", "disabled")]
)
def test_versioning_is_as_its_own_resource_says(status: str, expected: str) -> None:
    assert one(bucket(), setting("versioning", versioning_configuration=[{"status": status}]))["versioning"] == expected


@pytest.mark.parametrize(("enabled", "expected"), [(True, "enabled"), (False, "disabled")])
def test_versioning_of_a_new_bucket_may_stand_in_the_bucket(enabled: bool, expected: str) -> None:
    assert one(bucket(versioning=[{"enabled": enabled}]))["versioning"] == expected


def test_versioning_that_is_off_on_an_existing_bucket_may_be_suspended() -> None:
    assert one(bucket("no-op", versioning=[{"enabled": True}]))["versioning"] == "enabled"
    assert why(one(bucket("no-op", versioning=[{"enabled": False}])), "versioning") == "not_in_source"


def test_versioning_that_is_not_known_is_unread() -> None:
    found = one(bucket(), setting("versioning", versioning_configuration=[{"status": Unknown()}]))
    assert why(found, "versioning") == "known_after_apply"


def test_a_bucket_that_is_made_for_locks_keeps_versions() -> None:
    found = one(bucket(object_lock_enabled=True))
    assert (found["versioning"], found["object_lock_mode"], found["object_lock_days"]) == ("enabled", "none", 0)
    assert why(one(bucket(object_lock_enabled=Unknown())), "versioning") == "known_after_apply"


@pytest.mark.parametrize(
    ("retention", "mode", "days"),
    [
        ({"mode": "COMPLIANCE", "days": 400}, "compliance", 400),
        ({"mode": "GOVERNANCE", "years": 5}, "governance", 1825),
        ({"mode": "GOVERNANCE", "days": "30", "years": None}, "governance", 30),
    ],
)
def test_a_default_lock_is_read_whether_separate_or_inline(retention: dict[str, Any], mode: str, days: int) -> None:
    rules = [{"default_retention": [retention]}]
    separate = one(bucket(), setting("object_lock_configuration", rule=rules))
    inline = one(bucket(object_lock_configuration=[{"rule": rules}]))
    assert [(found["object_lock_mode"], found["object_lock_days"]) for found in (separate, inline)] == [
        (mode, days)
    ] * 2


def test_a_lock_without_default_locks_nothing_by_itself() -> None:
    assert one(bucket(), setting("object_lock_configuration"))["object_lock_mode"] == "none"
    assert one(bucket("update", object_lock_enabled=False))["object_lock_mode"] == "none"


@pytest.mark.parametrize(
    ("target", "id_"),
    [
        ("far", "aws:s3:bucket/far"),
        (known_later("aws_s3_bucket.logs"), "aws:s3:bucket/logs"),
        (known_later("aws_s3_bucket.unnamed"), "tf:aws_s3_bucket.unnamed"),
    ],
)
def test_an_access_log_goes_to_the_bucket_that_is_named(target: Any, id_: str) -> None:
    others = (resource("aws_s3_bucket.logs", bucket="logs"), resource("aws_s3_bucket.unnamed", bucket_prefix="x"))
    for found in (
        one(bucket(), setting("logging", target_bucket=target), *others),
        one(bucket(logging=[{"target_bucket": target}]), *others),
    ):
        assert (found["access_logging"], found["log_source_id"]) == ("server_access", id_)


def test_a_log_whose_place_is_not_known_is_a_log() -> None:
    found = one(bucket(), setting("logging", target_bucket=Unknown()))
    assert found["access_logging"] == "server_access"
    assert why(found, "log_source_id") == "known_after_apply"


def test_an_existing_bucket_without_log_has_none() -> None:
    assert one(bucket("no-op", logging=[]))["access_logging"] == "none"
    assert one(bucket(logging=[{"target_bucket": ""}]))["access_logging"] == "none"


@pytest.mark.parametrize("target", ["arn:aws:s3:::copy", known_later("aws_s3_bucket.copy", "arn")])
def test_enabled_rules_copy_to_their_targets(target: Any) -> None:
    copies = [{"status": status, "destination": [{"bucket": target}]} for status in ("Enabled", "Disabled")]
    copy = resource("aws_s3_bucket.copy", bucket="copy")
    separate = one(bucket(), setting("replication_configuration", rule=copies), copy)
    inline = one(bucket(replication_configuration=[{"rules": copies}]), copy)
    assert separate["replication_targets"] == inline["replication_targets"] == ["aws:s3:bucket/copy"]
    assert one(bucket("no-op", replication_configuration=[]))["replication_targets"] == []


def test_a_target_that_is_not_known_leaves_the_targets_unread() -> None:
    copies = [{"status": "Enabled", "destination": [{"bucket": Unknown()}]}]
    found = one(bucket(), setting("replication_configuration", rule=copies))
    assert why(found, "replication_targets") == "known_after_apply"


def test_what_is_deleted_was_read_before_and_is_gone() -> None:
    read_before = {"policy": '{"Statement": []}', "versioning": [{"enabled": True}]}
    read_before |= {"logging": [{"target_bucket": "l"}], "lifecycle_rule": [{"enabled": True}]}
    kinds = (
        "policy public_access_block server_side_encryption_configuration versioning logging lifecycle_configuration "
        "object_lock_configuration replication_configuration ownership_controls"
    )
    removed = [setting(kind) for kind in kinds.split()]
    found = one(bucket("update", acl="public-read", **read_before), removed=removed)
    assert found["public_access_block"] == "none"
    assert found["default_encryption"] == "sse_s3"
    assert (found["versioning"], found["object_lock_mode"]) == ("suspended", "none")
    assert (found["access_logging"], found["lifecycle_state"]) == ("none", "none")
    assert (found["deny_insecure_transport"], found["replication_targets"]) == (False, [])
    assert found["acl_public"] is True
    assert "basis_of" not in found


def test_what_is_deleted_here_and_set_there_is_set() -> None:
    kept = resource("aws_s3_bucket_versioning.kept", bucket="b", versioning_configuration=[{"status": "Enabled"}])
    assert one(bucket("no-op"), kept, removed=[setting("versioning")])["versioning"] == "enabled"
    assert one(bucket("replace"), removed=[setting("versioning")])["versioning"] == "disabled"
    assert why(one(bucket("no-op"), removed=[setting("versioning", bucket=Unknown())]), "versioning") == "not_in_source"


def test_an_acl_that_is_deleted_stays_as_it_was() -> None:
    assert why(one(bucket("no-op"), removed=[setting("acl", acl="public-read")]), "acl_public") == "not_in_source"


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("versioning", "versioning"),
        ("lifecycle_configuration", "lifecycle_state"),
        ("replication_configuration", "replication_targets"),
        ("server_side_encryption_configuration", "default_encryption"),
        ("policy", "policy_public"),
        ("acl", "acl_public"),
    ],
)
def test_a_setting_that_a_plan_does_not_show_yet_is_not_known(kind: str, field: str) -> None:
    assert why(one(bucket(), setting(kind)), field) == "known_after_apply"
