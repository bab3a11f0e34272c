"""Logs and backups in Terraform's language."""

from __future__ import annotations

from typing import Any

from ..documents import PARTNER
from ..model import Database, LogGroup, Plan, Snapshot, Trail
from . import databases
from .keys import key_arn
from .policies import policy
from .terms import Blocks, Root, Text

ROLE = "arn:aws:iam::123456789012:role/made-up"
OUTSIDER = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{PARTNER}:root"},
            "Action": "backup:CopyIntoBackupVault",
            "Resource": "*",
        }
    ],
}


def write_trail(root: Root, name: str, trail: Trail) -> None:
    """Write a trail, its bucket, and the log group that it is delivered to."""
    target = root.add("aws_s3_bucket", f"{name}_log", bucket=f"{name}-log")
    if trail.bucket_days is not None:
        rule = {
            "id": "end",
            "status": "Enabled",
            "filter": Blocks([{"prefix": ""}]),
            "expiration": Blocks([{"days": trail.bucket_days}]),
        }
        root.add("aws_s3_bucket_lifecycle_configuration", f"{name}_log", bucket=target.ref("id"), rule=Blocks([rule]))
    delivered: dict[str, Any] = {}
    if trail.group_days is not None:
        group = root.add(
            "aws_cloudwatch_log_group", f"{name}_group", name=f"trails/{name}", retention_in_days=trail.group_days
        )
        delivered = {"cloud_watch_logs_group_arn": Text((group.ref("arn"), ":*")), "cloud_watch_logs_role_arn": ROLE}
    selected = None
    if trail.events:
        access = "WriteOnly" if trail.events == "writes" else "All"
        objects = Blocks([{"type": "AWS::S3::Object", "values": ["arn:aws:s3"]}])
        selected = Blocks([{"read_write_type": access, "include_management_events": True, "data_resource": objects}])
    root.add(
        "aws_cloudtrail",
        name,
        name=name,
        s3_bucket_name=target.ref("id"),
        is_multi_region_trail=trail.everywhere,
        include_global_service_events=True,
        enable_log_file_validation=trail.validated,
        kms_key_id=key_arn(root, name, trail.key),
        event_selector=selected,
        **delivered,
    )


def write_group(root: Root, name: str, group: LogGroup) -> None:
    """Write a log group."""
    root.add(
        "aws_cloudwatch_log_group",
        name,
        name=f"apps/{name}",
        retention_in_days=group.days,
        kms_key_id=key_arn(root, name, group.key),
    )


def write_plan(root: Root, name: str, plan: Plan) -> None:
    """Write a vault, a plan and what the plan copies."""
    vault = root.add("aws_backup_vault", name, name=name, kms_key_arn=key_arn(root, name, plan.key))
    if plan.outsider:
        said = policy(root, f"{name}_vault", OUTSIDER)
        root.add("aws_backup_vault_policy", name, backup_vault_name=vault.ref("name"), policy=said)
    rules = Blocks(
        [
            {
                "rule_name": f"r{number}",
                "target_vault_name": vault.ref("name"),
                "schedule": "cron(0 3 * * ? *)",
                **({"lifecycle": Blocks([{"delete_after": days}])} if days else {}),
            }
            for number, days in enumerate(plan.days)
        ]
    )
    made = root.add("aws_backup_plan", name, name=name, rule=rules)
    databases.write(root, f"{name}source", Database(encrypted=plan.encrypted_source))
    source = next(one for one in root.resources if one.name == f"{name}source" and one.type == "aws_db_instance")
    root.add(
        "aws_backup_selection",
        name,
        name=name,
        iam_role_arn=ROLE,
        plan_id=made.ref("id"),
        resources=[source.ref("arn")],
    )


def write_snapshot(root: Root, name: str, snapshot: Snapshot) -> None:
    """Write a snapshot and the database that it is of."""
    databases.write(root, f"{name}source", Database(encrypted=snapshot.encrypted_source))
    source = next(one for one in root.resources if one.name == f"{name}source" and one.type == "aws_db_instance")
    root.add(
        "aws_db_snapshot",
        name,
        db_instance_identifier=source.ref("identifier"),
        db_snapshot_identifier=name,
        shared_accounts=list(snapshot.shared) or None,
    )
