"""How the storage of a database is encrypted, and with whose key."""

from __future__ import annotations

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ...value import Unknown
from ..encryption_key import is_provider_key, key_of
from ..telling import tell
from .replicas import original

#: Arguments by which a database takes over data that lie elsewhere, and their encryption with them.
_TAKEN_OVER = (
    "snapshot_identifier replicate_source_db replication_source_identifier global_cluster_identifier "
    "restore_to_point_in_time s3_import snapshot_arn snapshot_cluster_identifier"
).split()
#: AWS documents these as not encrypted unless it is asked for.
_CLEAR_BY_DEFAULT = frozenset({"aws_db_instance", "aws_rds_cluster"})


def tell_storage(resource: Resource, code: Code, declared: Declared, argument: str, own: str) -> None:
    """State `at_rest_encryption` and `kms_key_id`.

    `argument` is the switch; `own` is the mode of what is encrypted without a key that the code names.
    """
    source = original(code, declared, argument, "kms_key_id")
    encrypted = source.arguments.flag(argument)
    if encrypted is True or (encrypted is None and source.values.get("kms_key_id") is not None):
        tell_key(resource, code, source, source.values.get("kms_key_id"), "kms_key_id", own)
    elif encrypted is False:
        _tell_clear(resource, None)
    elif encrypted is None and source.is_new and _is_clear_by_default(source):
        _tell_clear(resource, "provider_default")
    else:
        tell(resource, "at_rest_encryption", encrypted or Unknown("not_in_source", operation=argument))


def tell_key(resource: Resource, code: Code, declared: Declared, value: object, argument: str, own: str) -> None:
    """State the mode and the key of storage that is encrypted."""
    key = key_of(code, declared, value, argument)
    if key is None and takes_over(declared):
        key = Unknown("not_in_source", operation=f"{argument}: the key of what it is made from")
    if key is None or (isinstance(key, str) and is_provider_key(key)):
        resource.state("at_rest_encryption", own if key is None else "kms_managed")
    else:
        # Whose key it is, its own record says: a key that the code does not hold stays open there.
        resource.state("at_rest_encryption", "kms_customer")
        tell(resource, "kms_key_id", key)


def takes_over(declared: Declared) -> bool:
    """Say whether a database is made from data that lie elsewhere: a snapshot, another database."""
    return any(declared.values.get(name) not in (None, "", []) for name in _TAKEN_OVER)


def _tell_clear(resource: Resource, basis: str | None) -> None:
    resource.state("at_rest_encryption", "none", basis)
    resource.state("kms_key_id", "none", basis)


def _is_clear_by_default(declared: Declared) -> bool:
    if declared.type not in _CLEAR_BY_DEFAULT or takes_over(declared):
        return False
    return declared.arguments.text("engine_mode") in (None, "provisioned")
