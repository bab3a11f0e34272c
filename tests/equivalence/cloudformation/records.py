"""Logs and backups in a template."""

from __future__ import annotations

from typing import Any

from ..documents import PARTNER
from ..model import Database, LogGroup, Plan, Trail
from . import databases
from .storage import key_arn
from .terms import Json, Template, attribute, ref

ROLE = "arn:aws:iam::123456789012:role/made-up"


def write_trail(template: Template, name: str, trail: Trail) -> None:
    """Write a trail, its bucket, and the log group that it is delivered to."""
    ends = None
    if trail.bucket_days is not None:
        ends = {"Rules": [{"Status": "Enabled", "ExpirationInDays": trail.bucket_days}]}
    template.add(f"{name}Log", "AWS::S3::Bucket", BucketName=f"{name}-log", LifecycleConfiguration=ends)
    delivered: Json = {}
    if trail.group_days is not None:
        template.add(
            f"{name}Group", "AWS::Logs::LogGroup", LogGroupName=f"trails/{name}", RetentionInDays=trail.group_days
        )
        delivered = {"CloudWatchLogsLogGroupArn": attribute(f"{name}Group", "Arn"), "CloudWatchLogsRoleArn": ROLE}
    selected: Any = None
    if trail.events:
        access = "WriteOnly" if trail.events == "writes" else "All"
        objects = [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3"]}]
        selected = [{"ReadWriteType": access, "IncludeManagementEvents": True, "DataResources": objects}]
    template.add(
        name,
        "AWS::CloudTrail::Trail",
        TrailName=name,
        S3BucketName=ref(f"{name}Log"),
        IsLogging=True,
        IsMultiRegionTrail=trail.everywhere,
        IncludeGlobalServiceEvents=True,
        EnableLogFileValidation=trail.validated,
        KMSKeyId=key_arn(template, name, trail.key),
        EventSelectors=selected,
        **delivered,
    )


def write_group(template: Template, name: str, group: LogGroup) -> None:
    """Write a log group."""
    template.add(
        name,
        "AWS::Logs::LogGroup",
        LogGroupName=f"apps/{name}",
        RetentionInDays=group.days,
        KmsKeyId=key_arn(template, name, group.key),
    )


def write_plan(template: Template, name: str, plan: Plan) -> None:
    """Write a vault, a plan and what the plan copies."""
    reach = None
    if plan.outsider:
        statement = {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{PARTNER}:root"},
            "Action": "backup:CopyIntoBackupVault",
            "Resource": "*",
        }
        reach = {"Version": "2012-10-17", "Statement": [statement]}
    template.add(
        f"{name}Vault",
        "AWS::Backup::BackupVault",
        BackupVaultName=name,
        EncryptionKeyArn=key_arn(template, name, plan.key),
        AccessPolicy=reach,
    )
    rules = [
        {
            "RuleName": f"r{number}",
            "TargetBackupVault": ref(f"{name}Vault"),
            "ScheduleExpression": "cron(0 3 * * ? *)",
            **({"Lifecycle": {"DeleteAfterDays": days}} if days else {}),
        }
        for number, days in enumerate(plan.days)
    ]
    template.add(name, "AWS::Backup::BackupPlan", BackupPlan={"BackupPlanName": name, "BackupPlanRule": rules})
    databases.write(template, f"{name}source", Database(encrypted=plan.encrypted_source))
    selection = {"SelectionName": name, "IamRoleArn": ROLE, "Resources": [attribute(f"{name}source", "DBInstanceArn")]}
    template.add(f"{name}Selection", "AWS::Backup::BackupSelection", BackupPlanId=ref(name), BackupSelection=selection)
