"""How the storage of declared databases is encrypted, and with whose key."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import known_later, resource, why
from support.declared_databases import cluster, first, instance

from collectors.iac.value import Unknown

ARN = "arn:aws:kms:eu-central-1:210987654321:key/k-1"


def test_a_database_has_the_id_that_the_cloud_will_know_it_by() -> None:
    found = first(instance("Members", identifier="members"))
    assert found["id"] == "aws:210987654321:eu-central-1:rds:instance/members"
    assert "aws:rds:instance/members" in found["aliases"]
    assert (found["hosting"], found["region"], found["account_id"]) == ("aws", "eu-central-1", "210987654321")


def test_a_database_whose_name_is_not_known_is_called_by_its_address() -> None:
    assert first(instance(identifier=Unknown()))["id"] == "tf:aws_db_instance.db"


@pytest.mark.parametrize("key", [known_later("aws_kms_key.k", "arn"), ARN])
def test_a_key_of_the_same_code_is_a_key_of_the_customer(key: object) -> None:
    found = first(instance(storage_encrypted=True, kms_key_id=key), resource("aws_kms_key.k", arn=ARN))
    assert found["at_rest_encryption"] == "kms_customer"
    assert found["kms_key_id"] == "tf:aws_kms_key.k"


def test_a_key_outside_of_the_code_is_named_as_it_is_written() -> None:
    found = first(instance(storage_encrypted=True, kms_key_id=ARN))
    assert (found["at_rest_encryption"], found["kms_key_id"]) == ("kms_customer", ARN)


def test_a_key_that_is_not_known_leaves_open_which_one_it_is() -> None:
    found = first(instance(storage_encrypted=True, kms_key_id=Unknown()))
    assert found["at_rest_encryption"] == "kms_customer"
    assert why(found, "kms_key_id") == "known_after_apply"


@pytest.mark.parametrize("key", [None, "alias/aws/rds", "arn:aws:kms:eu-central-1:210987654321:alias/aws/rds"])
def test_without_a_key_of_its_own_the_provider_manages_it(key: str | None) -> None:
    assert first(instance(storage_encrypted=True, kms_key_id=key))["at_rest_encryption"] == "kms_managed"


def test_a_new_instance_is_not_encrypted_unless_it_is_asked_for() -> None:
    found = first(instance())
    assert (found["at_rest_encryption"], found["kms_key_id"]) == ("none", "none")
    assert found["basis_of"]["at_rest_encryption"] == "provider_default"


def test_what_is_said_is_no_default() -> None:
    assert "at_rest_encryption" not in first(instance(storage_encrypted=False)).get("basis_of", {})


@pytest.mark.parametrize(
    "values",
    [
        {"snapshot_identifier": "s"},
        {"restore_to_point_in_time": [{"source_db_instance_identifier": "other"}]},
        {"replicate_source_db": "elsewhere"},
        {"snapshot_identifier": Unknown()},
    ],
)
def test_what_is_made_from_other_data_is_encrypted_as_they_are(values: dict[str, Any]) -> None:
    assert why(first(instance(**values)), "at_rest_encryption") == "not_in_source"


def test_the_key_of_a_snapshot_is_not_known() -> None:
    found = first(instance(storage_encrypted=True, snapshot_identifier="s"))
    assert found["at_rest_encryption"] == "kms_customer"
    assert why(found, "kms_key_id") == "not_in_source"


def test_to_name_a_key_is_to_encrypt() -> None:
    found = first(instance(replicate_source_db="elsewhere", kms_key_id=ARN))
    assert (found["at_rest_encryption"], found["kms_key_id"]) == ("kms_customer", ARN)


def test_an_instance_that_is_there_already_has_no_defaults() -> None:
    assert why(first(instance(action="update")), "at_rest_encryption") == "not_in_source"


@pytest.mark.parametrize(("encrypted", "mode"), [(True, "kms_managed"), (False, "none"), (None, "none")])
def test_a_replica_is_encrypted_as_what_it_copies(encrypted: bool | None, mode: str) -> None:
    source = instance("main", storage_encrypted=encrypted)
    replica = instance("replica", engine=None, engine_version=None, replicate_source_db="main")
    found = first(replica, source)
    assert found["at_rest_encryption"] == mode
    assert (found["engine"], found["engine_version"]) == ("postgresql", "16.8")


def test_replicas_in_a_circle_are_not_followed_for_ever() -> None:
    one = instance("one", engine=None, replicate_source_db="two")
    two = instance("two", engine=None, replicate_source_db="one")
    assert why(first(one, two), "engine") == "not_in_source"


def test_encryption_that_is_not_known_is_unread() -> None:
    assert why(first(instance(storage_encrypted=Unknown())), "at_rest_encryption") == "known_after_apply"


def test_a_cluster_is_encrypted_by_its_own_switch() -> None:
    assert first(cluster(storage_encrypted="true"))["at_rest_encryption"] == "kms_managed"
    assert first(cluster(engine_mode="provisioned"))["at_rest_encryption"] == "none"


@pytest.mark.parametrize("mode", ["serverless", Unknown()])
def test_another_mode_of_aurora_has_another_default(mode: object) -> None:
    assert why(first(cluster(engine_mode=mode)), "at_rest_encryption") == "not_in_source"


def test_a_member_of_a_global_cluster_follows_it() -> None:
    assert why(first(cluster(global_cluster_identifier="world")), "at_rest_encryption") == "not_in_source"


@pytest.mark.parametrize(
    ("written", "engine", "family"),
    [
        ("postgres", "postgresql", None),
        ("mysql", "mysql", None),
        ("mariadb", "mariadb", None),
        ("aurora", "aurora", "mysql"),
        ("aurora-postgresql", "aurora", "postgresql"),
        ("sqlserver-ex", "other", None),
        ("oracle-se2", "other", None),
        ("db2-se", "other", None),
    ],
)
def test_engines_are_called_by_our_names(written: str, engine: str, family: str | None) -> None:
    found = first(instance(engine=written))
    assert found["engine"] == engine
    assert found.get("engine_family") == family


def test_the_version_that_the_service_would_choose_is_not_known() -> None:
    assert why(first(instance(engine_version=None)), "engine_version") == "known_after_apply"


@pytest.mark.parametrize(("suffix", "enrolled"), [("", True), ("-disabled", False)])
def test_extended_support_is_read_where_it_is_chosen(suffix: str, enrolled: bool) -> None:
    chosen = f"open-source-rds-extended-support{suffix}"
    assert first(instance(engine_lifecycle_support=chosen))["extended_support"] is enrolled
    assert "extended_support" not in first(instance())
    assert why(first(instance(engine_lifecycle_support=Unknown())), "extended_support") == "known_after_apply"
