"""Vaults, plans and selections of the backup service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .forms import each, json_text, of_owner, one, owner
from .shape import Arguments, From, Part

_LIFECYCLE = From(
    "Lifecycle", one({"delete_after": "DeleteAfterDays", "cold_storage_after": "MoveToColdStorageAfterDays"})
)
_RULE: Arguments = {
    "rule_name": "RuleName",
    "target_vault_name": "TargetBackupVault",
    "schedule": "ScheduleExpression",
    "enable_continuous_backup": "EnableContinuousBackup",
    "lifecycle": _LIFECYCLE,
    "copy_action": From(
        "CopyActions", each({"destination_vault_arn": "DestinationBackupVaultArn", "lifecycle": _LIFECYCLE})
    ),
}
_LOCK: Arguments = {
    "backup_vault_name": owner,
    "changeable_for_days": "ChangeableForDays",
    "max_retention_days": "MaxRetentionDays",
    "min_retention_days": "MinRetentionDays",
}
_TAG: Arguments = {"type": "ConditionType", "key": "ConditionKey", "value": "ConditionValue"}
_SELECTION: Arguments = {
    "plan_id": of_owner("BackupPlanId"),
    "name": "SelectionName",
    "iam_role_arn": "IamRoleArn",
    "resources": "Resources",
    "not_resources": "NotResources",
    "selection_tag": From("ListOfTags", each(_TAG)),
}
_AIR_GAPPED: Arguments = {
    "name": "BackupVaultName",
    "max_retention_days": "MaxRetentionDays",
    "min_retention_days": "MinRetentionDays",
    "tags": "BackupVaultTags",
}
_POLICY = Part(
    "aws_backup_vault_policy",
    {"backup_vault_name": owner, "policy": From("", json_text)},
    of="AccessPolicy",
    inside=True,
)

TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::Backup::BackupVault": [
        Part(
            "aws_backup_vault",
            {"name": "BackupVaultName", "kms_key_arn": "EncryptionKeyArn", "tags": "BackupVaultTags"},
        ),
        Part("aws_backup_vault_lock_configuration", _LOCK, of="LockConfiguration"),
        _POLICY,
    ],
    "AWS::Backup::LogicallyAirGappedBackupVault": [
        Part("aws_backup_logically_air_gapped_vault", _AIR_GAPPED),
        _POLICY,
    ],
    "AWS::Backup::BackupPlan": [
        Part(
            "aws_backup_plan",
            {"name": "BackupPlanName", "rule": From("BackupPlanRule", each(_RULE)), "tags": of_owner("BackupPlanTags")},
            of="BackupPlan",
        )
    ],
    "AWS::Backup::BackupSelection": [Part("aws_backup_selection", _SELECTION, of="BackupSelection")],
}
