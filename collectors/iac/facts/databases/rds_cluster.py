"""Clusters of Aurora, RDS, DocumentDB and Neptune, with their instances folded into them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ...value import Unknown
from ..loose import loose
from .auditing import AUDIT_LOGS, common, scope_of, tell_export, tell_scope
from .engines import Engine, tell_engine
from .exposure import Exposure
from .folding import Flag, doubts, tell_upgrades, tell_worst
from .identity import database
from .parameters import Parameters, parameters_of
from .recovery import tell_backups, tell_protection
from .storage import tell_storage
from .transport import tell_transport


@dataclass(frozen=True)
class Family:
    """One service that runs clusters."""

    cluster: str
    group: tuple[str, str]
    """The argument for the parameter group of the cluster, and the type of the group."""
    engine: str | None
    """What runs where the code names no engine."""
    logs: str
    """Beginning of the name of its log groups."""
    is_private: bool = False
    """Whether its instances never have a public address."""

    @property
    def instance(self) -> str:
        """The type of an instance."""
        return f"{self.cluster}_instance"


_GROUP = "db_cluster_parameter_group_name"
FAMILIES = (
    Family("aws_rds_cluster", (_GROUP, "aws_rds_cluster_parameter_group"), None, "/aws/rds/cluster"),
    Family("aws_docdb_cluster", (_GROUP, "aws_docdb_cluster_parameter_group"), "docdb", "/aws/docdb", True),
    Family(
        "aws_neptune_cluster",
        ("neptune_cluster_parameter_group_name", "aws_neptune_cluster_parameter_group"),
        "neptune",
        "/aws/neptune",
    ),
)


def clusters(code: Code, exposure: Exposure) -> Iterator[Resource]:
    """Yield every cluster, and every instance of a cluster that the code does not hold."""
    for family in FAMILIES:
        stray = loose(code, "cluster_identifier", family.cluster, family.instance)
        for declared in code.of(family.cluster):
            members = code.users(declared, "cluster_identifier", family.instance)
            yield _cluster(code, family, declared, members, stray, exposure)
        yield from _apart(code, family)


def _cluster(
    code: Code,
    family: Family,
    declared: Declared,
    members: Sequence[Declared],
    stray: Sequence[Declared],
    exposure: Exposure,
) -> Resource:
    resource = database(code, declared)
    engine = tell_engine(resource, declared, family.engine)
    tell_storage(resource, code, declared, "storage_encrypted", "kms_managed")
    parameters = parameters_of(code, declared, *family.group)
    tell_transport(resource, engine, parameters)
    if engine.dialect in AUDIT_LOGS:
        tell_scope(resource, _scope(code, engine, parameters, members))
        tell_export(resource, code, declared, AUDIT_LOGS[engine.dialect], family.logs)
    _tell_address(resource, code, family, declared, members, stray)
    exposure.tell_ingress(resource, declared, "vpc_security_group_ids", engine.port)
    own = [declared] if declared.values.get("auto_minor_version_upgrade") is not None else []
    tell_upgrades(resource, [*own, *members], code, stray)
    tell_backups(resource, declared, "backup_retention_period")
    tell_protection(resource, declared, "deletion_protection")
    return resource


def _tell_address(
    resource: Resource,
    code: Code,
    family: Family,
    cluster: Declared,
    members: Sequence[Declared],
    stray: Sequence[Declared],
) -> None:
    """State whether the cluster, where it has no instances of its own to name, or an instance has a public address."""
    if family.is_private:
        resource.state("publicly_accessible", False, "provider_default")
        return
    argument = "publicly_accessible"
    own = cluster.arguments.flag(argument)
    flags: list[Flag] = [member.arguments.flag(argument) for member in members]
    flags += [] if own is None else [own]
    tell_worst(resource, argument, [*flags, *doubts(code, stray, argument, bad=True)], bad=True)


def _scope(code: Code, engine: Engine, parameters: Parameters, members: Sequence[Declared]) -> list[str] | Unknown:
    """Return what every instance records; the group of an instance goes before that of the cluster."""
    groups = [
        parameters_of(code, member, "db_parameter_group_name", "aws_db_parameter_group").over(parameters)
        for member in members
        if member.values.get("db_parameter_group_name") is not None
    ]
    return common([scope_of(engine.dialect, group) for group in (parameters, *groups)])


def _apart(code: Code, family: Family) -> Iterator[Resource]:
    """Yield the instances whose cluster is not in the code; of the cluster they tell nothing."""
    for declared in code.of(family.instance):
        found = code.targets(declared, "cluster_identifier", family.cluster)
        if found == [] or (isinstance(found, Unknown) and not code.of(family.cluster)):
            resource = database(code, declared)
            tell_engine(resource, declared, family.engine)
            _tell_address(resource, code, family, declared, [], [])
            tell_upgrades(resource, [declared], code)
            yield resource
