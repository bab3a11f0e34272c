"""Vaults and plans of code: how long they keep, what encrypts the copies, and whom policies let in."""

from __future__ import annotations

import json
from typing import Any

import pytest
from support.declared_backups import known_later, one, resource, why

from collectors.iac.value import Unknown

VAULT = resource("aws_backup_vault.v", name="v")
PARTNER = "arn:aws:iam::111122223333:root"


def rule(days: Any = 35, vault: object = "v", **values: Any) -> dict[str, Any]:
    lifecycle = [] if days is None else [{"delete_after": days}]
    return {"target_vault_name": vault, "lifecycle": lifecycle, **values}


def plan(*rules: Any) -> Any:
    return resource("aws_backup_plan.p", id="p-1", rule=list(rules))


def selection(resources: Any, **values: Any) -> Any:
    return resource("aws_backup_selection.s", plan_id="p-1", resources=resources, **values)


def policy(principal: object, **values: Any) -> Any:
    statement = {"Effect": "Allow", "Principal": principal, "Action": "backup:CopyIntoBackupVault", "Resource": "*"}
    text = json.dumps({"Statement": [statement | values]})
    return resource("aws_backup_vault_policy.p", backup_vault_name="v", policy=text)


def test_a_vault_encrypts_and_sets_no_end() -> None:
    found = one(VAULT)
    assert found["id"] == "aws:210987654321:eu-central-1:backup:vault/v"
    assert (found["kind"], found["encrypted"]) == ("vault", True)
    assert why(found, "retention_days") == "not_in_source"


def test_a_lock_ends_every_copy() -> None:
    lock = resource("aws_backup_vault_lock_configuration.l", backup_vault_name="v", max_retention_days=365)
    assert one(VAULT, lock)["retention_days"] == 365


def test_an_air_gapped_vault_ends_every_copy() -> None:
    found = one(resource("aws_backup_logically_air_gapped_vault.v", name="v", max_retention_days=90))
    assert found["retention_days"] == 90


def test_a_new_vault_without_a_policy_lets_nobody_in() -> None:
    found = one(VAULT)
    assert (found["is_public"], found["shared_with"]) == (False, [])
    assert found["basis_of"]["shared_with"] == "provider_default"


def test_a_vault_that_is_there_already_may_have_a_policy() -> None:
    assert why(one(resource("aws_backup_vault.v", "update", name="v")), "is_public") == "not_in_source"


@pytest.mark.parametrize(
    ("principal", "public", "others"),
    [
        ("*", True, []),
        ({"AWS": PARTNER}, False, ["111122223333"]),
        ({"AWS": ["arn:aws:iam::210987654321:root", "<aws_iam_role.r.arn>"]}, False, []),
    ],
)
def test_a_policy_says_who_is_let_in(principal: object, public: bool, others: list[str]) -> None:
    found = one(VAULT, policy(principal))
    assert (found["is_public"], found["shared_with"]) == (public, others)


@pytest.mark.parametrize(("text", "reason"), [(Unknown(), "known_after_apply"), ("{", "corrupt")])
def test_a_policy_that_cannot_be_read_leaves_sharing_open(text: object, reason: str) -> None:
    found = one(VAULT, resource("aws_backup_vault_policy.p", backup_vault_name="v", policy=text))
    assert why(found, "is_public") == why(found, "shared_with") == reason


def test_a_policy_whose_vault_is_not_known_may_be_about_any() -> None:
    other = resource("aws_backup_vault_policy.p", backup_vault_name=Unknown(), policy="{}")
    assert why(one(VAULT, other), "is_public") == "known_after_apply"


@pytest.mark.parametrize(
    ("rules", "days"),
    [
        ([rule(35), rule(400)], 400),
        ([rule(35), rule(None)], "none"),
        ([rule(Unknown()), rule(None)], "none"),
        ([rule(35, copy_action=[{"destination_vault_arn": "v", "lifecycle": [{"delete_after": 90}]}])], 90),
    ],
)
def test_a_plan_keeps_as_long_as_its_longest_rule(rules: list[Any], days: object) -> None:
    assert one(plan(*rules), VAULT)["retention_days"] == days


@pytest.mark.parametrize(
    ("last", "reason"),
    [(rule(Unknown()), "known_after_apply"), (rule(35, copy_action=[{"destination_vault_arn": "v"}]), "not_in_source")],
)
def test_one_end_that_is_not_known_leaves_the_plan_open(last: Any, reason: str) -> None:
    assert why(one(plan(rule(35), last), VAULT), "retention_days") == reason


def test_a_plan_without_known_rules_says_nothing() -> None:
    found = one(resource("aws_backup_plan.p", rule=Unknown()))
    assert {why(found, field) for field in ("retention_days", "encrypted", "is_public")} == {"known_after_apply"}


def test_copies_of_an_encrypted_database_in_a_vault_of_the_code_are_encrypted() -> None:
    database = resource("aws_db_instance.d", identifier="d", arn="arn:d", storage_encrypted=True)
    found = one(plan(rule(35, known_later("aws_backup_vault.v", "name"))), VAULT, selection(["arn:d"]), database)
    assert (found["encrypted"], found["is_public"], found["shared_with"]) == (True, False, [])
    assert found["source_id"] == "aws:210987654321:eu-central-1:rds:instance/d"


@pytest.mark.parametrize(
    "chosen",
    [
        selection(["arn:d"]),
        selection(["arn:b", "arn:elsewhere"]),
        selection(["arn:b"], selection_tag=[{"key": "backup"}]),
        selection(Unknown()),
    ],
)
def test_a_vault_does_not_encrypt_what_follows_its_source_or_is_not_known(chosen: Any) -> None:
    others = (
        resource("aws_db_instance.d", identifier="d", arn="arn:d", storage_encrypted=False),
        resource("aws_s3_bucket.b", bucket="b", arn="arn:b"),
    )
    assert why(one(plan(rule()), VAULT, chosen, *others), "encrypted") == "not_in_source"


def test_a_bucket_in_a_vault_is_encrypted_by_the_vault() -> None:
    bucket = resource("aws_s3_bucket.b", bucket="b", arn="arn:b")
    found = one(plan(rule()), VAULT, selection(["arn:b"]), bucket)
    assert (found["encrypted"], found["source_id"]) == (True, "aws:s3:bucket/b")


def test_several_sources_are_no_single_source() -> None:
    buckets = [resource(f"aws_s3_bucket.{name}", bucket=name, arn=f"arn:{name}") for name in "ab"]
    found = one(plan(rule()), VAULT, selection(["arn:a", "arn:b"]), *buckets)
    assert why(found, "source_id") == "not_in_source"
    assert found["encrypted"] is True


def test_a_vault_outside_the_code_says_nothing_of_the_copies() -> None:
    found = one(plan(rule(35, "Default")))
    assert why(found, "encrypted") == why(found, "is_public") == "not_in_source"


def test_a_plan_into_an_open_vault_is_as_open() -> None:
    assert one(plan(rule()), VAULT, policy("*"))["is_public"] is True
