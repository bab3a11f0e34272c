"""Warehouses and tables in a template."""

from __future__ import annotations

from ..model import Table, Warehouse
from .storage import key_arn
from .terms import Json, Template, ref, tags


def write(template: Template, name: str, warehouse: Warehouse) -> None:
    """Write a cluster of Redshift."""
    group = None
    if warehouse.parameters is not None:
        group = ref(f"{name}Parameters")
        template.add(
            f"{name}Parameters",
            "AWS::Redshift::ClusterParameterGroup",
            Description="made up",
            ParameterGroupFamily="redshift-1.0",
            Parameters=[{"ParameterName": key, "ParameterValue": value} for key, value in warehouse.parameters],
        )
    logs = None
    if warehouse.logs:
        template.add(f"{name}Log", "AWS::S3::Bucket", BucketName=f"{name}-log")
        logs = {"LogDestinationType": "s3", "BucketName": ref(f"{name}Log")}
    template.add(
        name,
        "AWS::Redshift::Cluster",
        ClusterIdentifier=name,
        ClusterType="single-node",
        NodeType="ra3.large",
        DBName="dev",
        MasterUsername="owner",
        ManageMasterPassword=True,
        Encrypted=warehouse.encrypted,
        KmsKeyId=key_arn(template, name, warehouse.key),
        PubliclyAccessible=warehouse.public,
        ClusterParameterGroupName=group,
        LoggingProperties=logs,
        Tags=tags(warehouse.tags),
    )


def write_table(template: Template, name: str, table: Table) -> None:
    """Write a table of DynamoDB."""
    encryption: Json | None = None
    if table.encryption:
        arn = key_arn(template, name, table.encryption)
        encryption = {"SSEEnabled": table.encryption != "off"}
        encryption |= {"KMSMasterKeyId": arn, "SSEType": "KMS"} if arn else {}
    recovery = None if table.recovery is None else {"PointInTimeRecoveryEnabled": table.recovery}
    template.add(
        name,
        "AWS::DynamoDB::Table",
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        SSESpecification=encryption,
        PointInTimeRecoverySpecification=recovery,
        DeletionProtectionEnabled=table.protected,
        Tags=tags(table.tags),
    )
