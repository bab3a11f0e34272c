"""Warehouses of Redshift Serverless: a namespace holds the data, workgroups are the ways to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ...value import Unknown
from ..loose import loose
from ..telling import tell
from .auditing import log_group_id, tell_scope
from .engines import REDSHIFT
from .exposure import Exposure
from .folding import doubts, tell_worst
from .identity import database
from .parameters import Parameters, settings
from .storage import tell_key
from .transport import tell_transport
from .warehouse_logs import scope_of_logs

_NAMESPACE = "aws_redshiftserverless_namespace"
_WORKGROUP = "aws_redshiftserverless_workgroup"


def serverless_warehouses(code: Code, exposure: Exposure) -> Iterator[Resource]:
    """Yield every namespace with its workgroups."""
    stray = loose(code, "namespace_name", _NAMESPACE, _WORKGROUP)
    for declared in code.of(_NAMESPACE):
        workgroups = code.users(declared, "namespace_name", _WORKGROUP)
        resource = database(code, declared)
        resource.state("engine", REDSHIFT.kind)
        resource.state("auto_minor_upgrade", True, "provider_default")
        tell_key(resource, code, declared, declared.values.get("kms_key_id"), "kms_key_id", "provider_default")
        _tell_ways(resource, code, workgroups, stray, exposure)
        _tell_logs(resource, code, declared, workgroups)
        resource.miss("last_backup_at", "known_after_apply", "the first recovery point")
        yield resource


def _tell_ways(
    resource: Resource, code: Code, workgroups: Sequence[Declared], stray: Sequence[Declared], exposure: Exposure
) -> None:
    argument = "publicly_accessible"
    flags = [workgroup.arguments.flag(argument) for workgroup in workgroups]
    tell_worst(resource, argument, [*flags, *doubts(code, stray, argument, bad=True)], bad=True)
    if len(workgroups) == 1 and not stray:
        exposure.tell_ingress(resource, workgroups[0], "security_group_ids", REDSHIFT.port)
        tell_transport(resource, REDSHIFT, _config(workgroups[0]))


def _tell_logs(resource: Resource, code: Code, namespace: Declared, workgroups: Sequence[Declared]) -> None:
    logs = namespace.arguments.texts("log_exports")
    none = Unknown("not_in_source", operation="enable_user_activity_logging: not one workgroup in the code")
    config = _config(workgroups[0]) if len(workgroups) == 1 else Parameters(others=none)
    tell_scope(resource, scope_of_logs([] if logs is None else logs, config))
    if isinstance(logs, Unknown):
        tell(resource, "log_source_id", logs)
    else:
        written = log_group_id(code, namespace, "/aws/redshift", logs[0]) if logs else "none"
        resource.state("log_source_id", written)


def _config(workgroup: Declared) -> Parameters:
    return settings(workgroup.arguments, "config_parameter", "parameter_key", "parameter_value")
