"""Defaults that AWS's Terraform provider itself sends, for code that is read without Terraform.

From plans that Terraform 1.11 made with provider 5.100 of resources with their required arguments only: what the plan
shows as known though the code does not say it. Defaults that the service chooses are not here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_BALANCER: Mapping[str, Any] = {
    "desync_mitigation_mode": "defensive",
    "drop_invalid_header_fields": False,
    "enable_deletion_protection": False,
    "load_balancer_type": "application",
}
_BLOCK: Mapping[str, Any] = {
    "block_public_acls": False,
    "block_public_policy": False,
    "ignore_public_acls": False,
    "restrict_public_buckets": False,
}
_DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "aws_alb": _BALANCER,
    "aws_cloudtrail": {
        "enable_log_file_validation": False,
        "enable_logging": True,
        "include_global_service_events": True,
        "is_multi_region_trail": False,
        "is_organization_trail": False,
    },
    "aws_cloudtrail_event_data_store": {"multi_region_enabled": True, "retention_period": 2555},
    "aws_cloudwatch_log_group": {"retention_in_days": 0},
    "aws_cognito_user_pool": {"deletion_protection": "INACTIVE", "mfa_configuration": "OFF"},
    "aws_db_instance": {
        "auto_minor_version_upgrade": True,
        "copy_tags_to_snapshot": False,
        "delete_automated_backups": True,
        "monitoring_interval": 0,
        "performance_insights_enabled": False,
        "publicly_accessible": False,
    },
    "aws_docdb_cluster": {"backup_retention_period": 1, "engine": "docdb", "port": 27017},
    "aws_docdb_cluster_instance": {"auto_minor_version_upgrade": True, "engine": "docdb"},
    "aws_elasticache_replication_group": {"engine": "redis"},
    "aws_iam_account_password_policy": {"allow_users_to_change_password": True, "minimum_password_length": 6},
    "aws_iam_group": {"path": "/"},
    "aws_iam_policy": {"path": "/"},
    "aws_iam_role": {"max_session_duration": 3600, "path": "/"},
    "aws_iam_user": {"path": "/"},
    "aws_kms_external_key": {"deletion_window_in_days": 30},
    "aws_kms_key": {
        "customer_master_key_spec": "SYMMETRIC_DEFAULT",
        "enable_key_rotation": False,
        "is_enabled": True,
        "key_usage": "ENCRYPT_DECRYPT",
    },
    "aws_kms_replica_key": {"deletion_window_in_days": 30, "enabled": True},
    "aws_lb": _BALANCER,
    "aws_memorydb_cluster": {"auto_minor_version_upgrade": True, "tls_enabled": True},
    "aws_neptune_cluster": {
        "backup_retention_period": 1,
        "engine": "neptune",
        "port": 8182,
        "storage_encrypted": False,
    },
    "aws_neptune_cluster_instance": {
        "auto_minor_version_upgrade": True,
        "engine": "neptune",
        "publicly_accessible": False,
    },
    "aws_rds_cluster": {"copy_tags_to_snapshot": False, "engine_mode": "provisioned"},
    "aws_rds_cluster_instance": {"auto_minor_version_upgrade": True, "copy_tags_to_snapshot": False},
    "aws_redshift_cluster": {
        "allow_version_upgrade": True,
        "automated_snapshot_retention_period": 1,
        "encrypted": False,
        "manual_snapshot_retention_period": -1,
        "port": 5439,
        "publicly_accessible": True,
    },
    "aws_s3_account_public_access_block": _BLOCK,
    "aws_s3_bucket_object_lock_configuration": {"object_lock_enabled": "Enabled"},
    "aws_s3_bucket_public_access_block": _BLOCK,
    "aws_security_group_rule": {"self": False},
    "aws_transfer_server": {"endpoint_type": "PUBLIC", "security_policy_name": "TransferSecurityPolicy-2018-11"},
}
_PARAMETER: Mapping[str, Mapping[str, Any]] = {"parameter": {"apply_method": "immediate"}}
_IN_BLOCKS: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "aws_backup_plan": {"rule": {"enable_continuous_backup": False, "start_window": 60, "completion_window": 180}},
    "aws_cloudfront_distribution": {"viewer_certificate": {"minimum_protocol_version": "TLSv1"}},
    "aws_db_parameter_group": _PARAMETER,
    "aws_eks_cluster": {"vpc_config": {"endpoint_private_access": False, "endpoint_public_access": True}},
    "aws_rds_cluster_parameter_group": _PARAMETER,
    "aws_security_group": {"ingress": {"self": False}, "egress": {"self": False}},
}


def with_defaults(type_: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of a resource with the provider's defaults for those that are not set."""
    completed = {**_DEFAULTS.get(type_, {}), **values}
    for name, defaults in _IN_BLOCKS.get(type_, {}).items():
        if isinstance(blocks := values.get(name), list):
            completed[name] = [{**defaults, **block} if isinstance(block, dict) else block for block in blocks]
    return completed
