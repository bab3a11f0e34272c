"""Relational databases, and those that speak their language: instances, clusters, parameters, options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..references import snake
from .forms import TAGS
from .shape import Arguments, From, Part, Properties
from .words import lowered


def _in_cluster(properties: Properties) -> bool:
    return properties.get("DBClusterIdentifier") is not None


def _snapshot(properties: Properties) -> Any:
    """Return the snapshot that a database is made of."""
    names = ("DBSnapshotIdentifier", "DBClusterSnapshotIdentifier", "SnapshotIdentifier")
    return next((value for value in map(properties.get, names) if value is not None), None)


def _moment(properties: Properties) -> Any:
    """Return the database of which a past state is taken over."""
    names = ("SourceDBClusterIdentifier", "SourceDbiResourceId", "SourceDBInstanceAutomatedBackupsArn")
    sources = {snake(name): properties.get(name) for name in names}
    known = {name: value for name, value in sources.items() if value is not None}
    return [known] if known else None


def _own_key(properties: Properties) -> Any:
    """Return the key of the secret in which the service keeps the password."""
    secret = properties.get("MasterUserSecret")
    return secret.get("KmsKeyId") if isinstance(secret, dict) else secret


_COMMON: Arguments = {
    "engine": From("Engine", lowered),
    "engine_version": "EngineVersion",
    "storage_encrypted": "StorageEncrypted",
    "kms_key_id": "KmsKeyId",
    "manage_master_user_password": "ManageMasterUserPassword",
    "master_user_secret_kms_key_id": _own_key,
    "backup_retention_period": "BackupRetentionPeriod",
    "deletion_protection": "DeletionProtection",
    "port": "Port",
    "db_subnet_group_name": "DBSubnetGroupName",
    "copy_tags_to_snapshot": "CopyTagsToSnapshot",
    "snapshot_identifier": _snapshot,
    "restore_to_point_in_time": _moment,
    "engine_lifecycle_support": "EngineLifecycleSupport",
    "tags": TAGS,
}
_INSTANCE: Arguments = {
    **_COMMON,
    "identifier": From("DBInstanceIdentifier", lowered),
    "instance_class": "DBInstanceClass",
    "db_name": "DBName",
    "username": "MasterUsername",
    "password": "MasterUserPassword",
    "parameter_group_name": "DBParameterGroupName",
    "option_group_name": "OptionGroupName",
    "vpc_security_group_ids": "VPCSecurityGroups",
    "publicly_accessible": "PubliclyAccessible",
    "auto_minor_version_upgrade": "AutoMinorVersionUpgrade",
    "enabled_cloudwatch_logs_exports": "EnableCloudwatchLogsExports",
    "iam_database_authentication_enabled": "EnableIAMDatabaseAuthentication",
    "ca_cert_identifier": "CACertificateIdentifier",
    "multi_az": "MultiAZ",
    "delete_automated_backups": "DeleteAutomatedBackups",
    "replicate_source_db": "SourceDBInstanceIdentifier",
}
_MEMBER: Arguments = {
    "identifier": From("DBInstanceIdentifier", lowered),
    "cluster_identifier": "DBClusterIdentifier",
    "engine": From("Engine", lowered),
    "engine_version": "EngineVersion",
    "instance_class": "DBInstanceClass",
    "db_parameter_group_name": "DBParameterGroupName",
    "publicly_accessible": "PubliclyAccessible",
    "auto_minor_version_upgrade": "AutoMinorVersionUpgrade",
    "ca_cert_identifier": "CACertificateIdentifier",
    "tags": TAGS,
}
_CLUSTER: Arguments = {
    **_COMMON,
    "cluster_identifier": From("DBClusterIdentifier", lowered),
    "engine_mode": "EngineMode",
    "database_name": "DatabaseName",
    "master_username": "MasterUsername",
    "master_password": "MasterUserPassword",
    "db_cluster_parameter_group_name": "DBClusterParameterGroupName",
    "db_instance_parameter_group_name": "DBInstanceParameterGroupName",
    "db_cluster_instance_class": "DBClusterInstanceClass",
    "vpc_security_group_ids": "VpcSecurityGroupIds",
    "publicly_accessible": "PubliclyAccessible",
    "auto_minor_version_upgrade": "AutoMinorVersionUpgrade",
    "enabled_cloudwatch_logs_exports": "EnableCloudwatchLogsExports",
    "iam_database_authentication_enabled": "EnableIAMDatabaseAuthentication",
    "replication_source_identifier": "ReplicationSourceIdentifier",
    "global_cluster_identifier": "GlobalClusterIdentifier",
}
_GLOBAL: Arguments = {
    "global_cluster_identifier": From("GlobalClusterIdentifier", lowered),
    "source_db_cluster_identifier": "SourceDBClusterIdentifier",
    "engine": "Engine",
    "engine_version": "EngineVersion",
    "storage_encrypted": "StorageEncrypted",
    "deletion_protection": "DeletionProtection",
}


TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::RDS::DBInstance": [
        Part("aws_rds_cluster_instance", _MEMBER, when=_in_cluster),
        Part("aws_db_instance", _INSTANCE, when=lambda properties: not _in_cluster(properties)),
    ],
    "AWS::RDS::DBCluster": [Part("aws_rds_cluster", _CLUSTER)],
    "AWS::RDS::GlobalCluster": [Part("aws_rds_global_cluster", _GLOBAL)],
    "AWS::DocDB::DBCluster": [Part("aws_docdb_cluster", _CLUSTER)],
    "AWS::DocDB::DBInstance": [Part("aws_docdb_cluster_instance", _MEMBER)],
    "AWS::Neptune::DBCluster": [
        Part(
            "aws_neptune_cluster",
            {**_CLUSTER, "neptune_cluster_parameter_group_name": "DBClusterParameterGroupName"},
        )
    ],
    "AWS::Neptune::DBInstance": [Part("aws_neptune_cluster_instance", _MEMBER)],
}
