"""Warehouses of Redshift that code declares."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import known_later, resource, why
from support.declared_databases import first, group

from collectors.iac.declared import Action, Declared
from collectors.iac.value import Unknown

ALL = ["connect", "ddl", "dml", "role", "select"]
LOGS = ["connectionlog", "userlog", "useractivitylog"]


def warehouse(action: Action = "create", **values: Any) -> Declared:
    return resource("aws_redshift_cluster.w", action, cluster_identifier="w", **values)


def watched(*declared: Declared, activity: object = "true", **values: Any) -> dict[str, Any]:
    parameters = group("aws_redshift_parameter_group", require_ssl="true", enable_user_activity_logging=activity)
    return first(warehouse(cluster_parameter_group_name="g", **values), parameters, *declared)


def logging(cluster: object = "w", **values: Any) -> Declared:
    return resource("aws_redshift_logging.l", cluster_identifier=cluster, **values)


def test_a_warehouse_states_its_own_settings() -> None:
    found = watched(encrypted=True, publicly_accessible=False, automated_snapshot_retention_period=10)
    assert (found["engine"], found["at_rest_encryption"]) == ("redshift", "provider_default")
    assert (found["publicly_accessible"], found["tls_required"]) == (False, True)
    assert (found["backup_enabled"], found["backup_retention_days"]) == (True, 10)
    assert found["id"] == "aws:210987654321:eu-central-1:redshift:cluster/w"


def test_encryption_that_is_not_said_depends_on_the_day_of_creation() -> None:
    assert why(first(warehouse()), "at_rest_encryption") == "not_in_source"
    assert first(warehouse(encrypted="false"))["at_rest_encryption"] == "none"


@pytest.mark.parametrize(("allowed", "answer"), [(None, True), (True, True), (False, False)])
def test_versions_install_themselves_unless_the_cluster_is_told_otherwise(allowed: object, answer: bool) -> None:
    assert first(warehouse(allow_version_upgrade=allowed))["auto_minor_upgrade"] is answer


def test_upgrades_of_a_warehouse_that_is_there_already_are_unread() -> None:
    assert why(first(warehouse("update")), "auto_minor_upgrade") == "not_in_source"


def test_all_logs_in_a_bucket_record_everything() -> None:
    found = watched(logging(bucket_name="logs"))
    assert (found["audit_scope"], found["audit_enabled"]) == (ALL, True)
    assert found["log_source_id"] == "aws:s3:bucket/logs"


def test_the_bucket_of_the_same_code_is_found() -> None:
    found = watched(logging(bucket_name=known_later("aws_s3_bucket.b")), resource("aws_s3_bucket.b", bucket="logs"))
    assert found["log_source_id"] == "aws:s3:bucket/logs"


@pytest.mark.parametrize(("name", "reason"), [(Unknown(), "known_after_apply"), (None, "not_in_source")])
def test_a_bucket_that_is_not_known_is_unread(name: object, reason: str) -> None:
    assert why(watched(logging(bucket_name=name)), "log_source_id") == reason


def test_a_log_of_user_activity_needs_its_parameter() -> None:
    assert watched(logging(bucket_name="logs"), activity="false")["audit_scope"] == ["connect", "role"]
    assert watched(logging(bucket_name="logs"), activity=None)["audit_scope"] == ["connect", "role"]
    assert why(watched(logging(bucket_name="logs"), activity=Unknown()), "audit_scope") == "known_after_apply"
    assert why(first(warehouse(), logging(bucket_name="logs")), "audit_scope") == "not_in_source"


def test_log_groups_hold_the_logs_that_are_named() -> None:
    found = watched(logging(log_destination_type="cloudwatch", log_exports=LOGS[:2]))
    assert found["audit_scope"] == ["connect", "role"]
    assert found["log_source_id"].endswith("logs:log-group//aws/redshift/cluster/w/userlog")
    assert watched(logging(log_destination_type="cloudwatch", log_exports=LOGS))["audit_scope"] == ALL
    nothing = watched(logging(log_destination_type="cloudwatch"))
    assert (nothing["audit_enabled"], nothing["log_source_id"]) == (False, "none")


@pytest.mark.parametrize(
    "values",
    [{"log_destination_type": Unknown()}, {"log_destination_type": "cloudwatch", "log_exports": Unknown()}],
)
def test_logs_that_are_not_known_are_unread(values: dict[str, Any]) -> None:
    found = watched(logging(**values))
    assert why(found, "audit_scope") == why(found, "log_source_id") == "known_after_apply"


def test_the_older_block_inside_the_cluster_counts() -> None:
    found = watched(logging=[{"enable": True, "bucket_name": "logs"}])
    assert (found["audit_scope"], found["log_source_id"]) == (ALL, "aws:s3:bucket/logs")
    off = watched(logging=[{"enable": False}])
    assert (off["audit_enabled"], off["log_source_id"]) == (False, "none")


@pytest.mark.parametrize("block", [Unknown(), [{"enable": Unknown()}]])
def test_a_block_that_is_not_known_is_unread(block: object) -> None:
    assert why(watched(logging=block), "audit_enabled") == "known_after_apply"


def test_nothing_is_recorded_unless_it_is_asked_for() -> None:
    found = first(warehouse())
    assert (found["audit_enabled"], found["audit_scope"], found["log_source_id"]) == (False, [], "none")
    assert first(warehouse("no-op", logging=[]))["audit_enabled"] is False


def test_what_switches_the_logs_on_may_be_out_of_sight() -> None:
    assert why(first(warehouse("update")), "audit_enabled") == "not_in_source"
    assert why(first(warehouse(), complete=False), "audit_enabled") == "not_in_source"
    assert why(first(warehouse(), logging(Unknown())), "audit_enabled") == "known_after_apply"
