"""Tables of DynamoDB; a global table has one for each of its replicas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...iac.value import Unknown
from .forms import TAGS, of_owner, one
from .shape import Arguments, From, Part, Properties

_RECOVERY: Arguments = {
    "enabled": From("PointInTimeRecoveryEnabled", default=False),
    "recovery_period_in_days": "RecoveryPeriodInDays",
}
_ENCRYPTION: Arguments = {"enabled": From("SSEEnabled", default=False), "kms_key_arn": "KMSMasterKeyId"}
_TABLE: Arguments = {
    "name": "TableName",
    "billing_mode": "BillingMode",
    "server_side_encryption": From("SSESpecification", one(_ENCRYPTION)),
    "point_in_time_recovery": From("PointInTimeRecoverySpecification", one(_RECOVERY)),
    "deletion_protection_enabled": "DeletionProtectionEnabled",
    "import_table": From("ImportSourceSpecification", lambda source: [{}]),
    "tags": TAGS,
}


def _encryption(replica: Properties) -> Any:
    """Return the encryption of a replica: whether stands with the table, the key with the replica."""
    common, own = of_owner("SSESpecification")(replica), replica.get("SSESpecification")
    unknown = next((value for value in (common, own) if isinstance(value, Unknown)), None)
    if unknown is not None:
        return unknown
    both = {**(common if isinstance(common, dict) else {}), **(own if isinstance(own, dict) else {})}
    return one(_ENCRYPTION)(both) if both else None


_REPLICA: Arguments = {
    "name": of_owner("TableName"),
    "region": "Region",
    "server_side_encryption": _encryption,
    "point_in_time_recovery": From("PointInTimeRecoverySpecification", one(_RECOVERY)),
    "deletion_protection_enabled": "DeletionProtectionEnabled",
    "tags": TAGS,
}

TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::DynamoDB::Table": [Part("aws_dynamodb_table", _TABLE)],
    "AWS::DynamoDB::GlobalTable": [Part("aws_dynamodb_table", _REPLICA, of="Replicas", each=True)],
}
