"""Warehouses and tables in Terraform's language."""

from __future__ import annotations

from ..model import Table, Warehouse
from .keys import key_arn
from .terms import Blocks, Root, tags


def write(root: Root, name: str, warehouse: Warehouse) -> None:
    """Write a cluster of Redshift."""
    group = None
    if warehouse.parameters is not None:
        parameters = Blocks([{"name": key, "value": value} for key, value in warehouse.parameters])
        made = root.add(
            "aws_redshift_parameter_group", name, name=f"{name}-parameters", family="redshift-1.0", parameter=parameters
        )
        group = made.ref("name")
    cluster = root.add(
        "aws_redshift_cluster",
        name,
        cluster_identifier=name,
        node_type="ra3.large",
        master_username="owner",
        manage_master_password=True,
        encrypted=warehouse.encrypted,
        kms_key_id=key_arn(root, name, warehouse.key),
        publicly_accessible=warehouse.public,
        cluster_parameter_group_name=group,
        skip_final_snapshot=True,
        tags=tags(warehouse.tags),
    )
    if warehouse.logs:
        target = root.add("aws_s3_bucket", f"{name}_log", bucket=f"{name}-log")
        root.add(
            "aws_redshift_logging",
            name,
            cluster_identifier=cluster.ref("id"),
            log_destination_type="s3",
            bucket_name=target.ref("bucket"),
        )


def write_table(root: Root, name: str, table: Table) -> None:
    """Write a table of DynamoDB."""
    encryption = None
    if table.encryption:
        arn = key_arn(root, name, table.encryption)
        encryption = Blocks([{"enabled": table.encryption != "off", **({"kms_key_arn": arn} if arn else {})}])
    recovery = None if table.recovery is None else Blocks([{"enabled": table.recovery}])
    root.add(
        "aws_dynamodb_table",
        name,
        name=name,
        billing_mode="PAY_PER_REQUEST",
        hash_key="id",
        attribute=Blocks([{"name": "id", "type": "S"}]),
        server_side_encryption=encryption,
        point_in_time_recovery=recovery,
        deletion_protection_enabled=table.protected,
        tags=tags(table.tags),
    )
