"""Keys of the key service, their aliases and copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .forms import TAGS, document
from .shape import Arguments, Part

_COMMON: Arguments = {
    "description": "Description",
    "policy": document("KeyPolicy"),
    "deletion_window_in_days": "PendingWindowInDays",
    "tags": TAGS,
}
_KEY: Arguments = {
    **_COMMON,
    "enable_key_rotation": "EnableKeyRotation",
    "rotation_period_in_days": "RotationPeriodInDays",
    "is_enabled": "Enabled",
    "key_usage": "KeyUsage",
    "customer_master_key_spec": "KeySpec",
    "multi_region": "MultiRegion",
    "origin": "Origin",
}

TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::KMS::Key": [Part("aws_kms_key", _KEY)],
    "AWS::KMS::ReplicaKey": [
        Part("aws_kms_replica_key", {**_COMMON, "primary_key_arn": "PrimaryKeyArn", "enabled": "Enabled"})
    ],
    "AWS::KMS::Alias": [Part("aws_kms_alias", {"name": "AliasName", "target_key_id": "TargetKeyId"})],
}
