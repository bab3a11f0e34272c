"""Tables of DynamoDB."""

from __future__ import annotations

from collections.abc import Iterator

from assay.collector import Resource

from ...block import Block
from ...code import Code
from ...declared import Declared
from ...value import Unknown
from ..telling import tell
from .engines import DYNAMODB
from .identity import database
from .recovery import tell_protection
from .storage import tell_key
from .table_events import tell_trail

_TYPE = "aws_dynamodb_table"
#: How far back a table can be restored unless it is told otherwise.
_RECOVERY_DAYS = 35
_RESTORED_BY = ("restore_source_name", "restore_source_table_arn", "import_table")


def tables(code: Code) -> Iterator[Resource]:
    """Yield every table."""
    for declared in code.of(_TYPE):
        resource = database(code, declared)
        resource.state("engine", DYNAMODB.kind)
        _tell_storage(resource, code, declared)
        _tell_recovery(resource, declared)
        tell_protection(resource, declared, "deletion_protection_enabled")
        tell_trail(resource, code, declared)
        yield resource


def _tell_storage(resource: Resource, code: Code, declared: Declared) -> None:
    """State whose key encrypts the table; without a setting it is one of the service."""
    block = declared.arguments.block("server_side_encryption")
    enabled = block.flag("enabled") if isinstance(block, Block) else block
    if isinstance(block, Block) and enabled is True:
        key = block.value("kms_key_arn")
        tell_key(resource, code, declared, key, "server_side_encryption", "kms_managed")
    elif isinstance(enabled, Unknown):
        tell(resource, "at_rest_encryption", enabled)
    elif enabled is False or _is_fresh(declared) or declared.values.get("server_side_encryption") == []:
        resource.state("at_rest_encryption", "provider_default", "provider_default")
    else:
        resource.miss("at_rest_encryption", "not_in_source", "server_side_encryption")


def _tell_recovery(resource: Resource, declared: Declared) -> None:
    """State whether the table can be restored to a point in time, which it cannot unless that is asked for."""
    block = declared.arguments.block("point_in_time_recovery")
    enabled = block.flag("enabled") if isinstance(block, Block) else block
    if enabled is None and _is_fresh(declared):
        resource.state("backup_enabled", False, "provider_default")
    else:
        tell(resource, "backup_enabled", _or_missing(enabled, "point_in_time_recovery"))
    if isinstance(block, Block) and enabled is True:
        _tell_days(resource, block)


def _tell_days(resource: Resource, recovery: Block) -> None:
    days = recovery.number("recovery_period_in_days")
    if days is None:
        resource.state("backup_retention_days", _RECOVERY_DAYS, "provider_default")
    else:
        tell(resource, "backup_retention_days", days)


def _is_fresh(declared: Declared) -> bool:
    """Say whether a table is made now, and empty."""
    return declared.is_new and all(declared.values.get(name) in (None, "", []) for name in _RESTORED_BY)


def _or_missing(flag: bool | Unknown | None, argument: str) -> bool | Unknown:
    return Unknown("not_in_source", operation=argument) if flag is None else flag
