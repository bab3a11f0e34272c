"""Warehouses of Redshift."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .forms import TAGS, each, owner
from .shape import Arguments, From, Part
from .words import lowered

_CLUSTER: Arguments = {
    "cluster_identifier": From("ClusterIdentifier", lowered),
    "cluster_type": "ClusterType",
    "cluster_version": "ClusterVersion",
    "node_type": "NodeType",
    "database_name": "DBName",
    "master_username": "MasterUsername",
    "master_password": "MasterUserPassword",
    "manage_master_password": "ManageMasterPassword",
    "encrypted": "Encrypted",
    "kms_key_id": "KmsKeyId",
    "publicly_accessible": "PubliclyAccessible",
    "port": "Port",
    "cluster_parameter_group_name": "ClusterParameterGroupName",
    "cluster_subnet_group_name": "ClusterSubnetGroupName",
    "vpc_security_group_ids": "VpcSecurityGroupIds",
    "automated_snapshot_retention_period": "AutomatedSnapshotRetentionPeriod",
    "allow_version_upgrade": "AllowVersionUpgrade",
    "enhanced_vpc_routing": "EnhancedVpcRouting",
    "snapshot_identifier": "SnapshotIdentifier",
    "snapshot_cluster_identifier": "SnapshotClusterIdentifier",
    "tags": TAGS,
}
_LOGGING: Arguments = {
    "cluster_identifier": owner,
    "bucket_name": "BucketName",
    "s3_key_prefix": "S3KeyPrefix",
    "log_destination_type": "LogDestinationType",
    "log_exports": "LogExports",
}
_PARAMETERS = From("Parameters", each({"name": "ParameterName", "value": "ParameterValue"}))
_NAMESPACE: Arguments = {
    "namespace_name": "NamespaceName",
    "db_name": "DbName",
    "admin_username": "AdminUsername",
    "admin_user_password": "AdminUserPassword",
    "manage_admin_password": "ManageAdminPassword",
    "kms_key_id": "KmsKeyId",
    "log_exports": "LogExports",
    "iam_roles": "IamRoles",
    "tags": TAGS,
}
_WORKGROUP: Arguments = {
    "workgroup_name": "WorkgroupName",
    "namespace_name": "NamespaceName",
    "publicly_accessible": "PubliclyAccessible",
    "security_group_ids": "SecurityGroupIds",
    "subnet_ids": "SubnetIds",
    "port": "Port",
    "enhanced_vpc_routing": "EnhancedVpcRouting",
    "config_parameter": From(
        "ConfigParameters", each({"parameter_key": "ParameterKey", "parameter_value": "ParameterValue"})
    ),
    "tags": TAGS,
}

TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::Redshift::Cluster": [
        Part("aws_redshift_cluster", _CLUSTER),
        Part("aws_redshift_logging", _LOGGING, of="LoggingProperties"),
    ],
    "AWS::Redshift::ClusterParameterGroup": [
        Part(
            "aws_redshift_parameter_group",
            {
                "name": "ParameterGroupName",
                "family": "ParameterGroupFamily",
                "parameter": _PARAMETERS,
                "tags": TAGS,
            },
        )
    ],
    "AWS::RedshiftServerless::Namespace": [Part("aws_redshiftserverless_namespace", _NAMESPACE)],
    "AWS::RedshiftServerless::Workgroup": [Part("aws_redshiftserverless_workgroup", _WORKGROUP)],
}
