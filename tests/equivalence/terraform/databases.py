"""Databases in Terraform's language: servers, clusters, warehouses, tables."""

from __future__ import annotations

from typing import Any

from ..engines import CLUSTERS, RANGES, family
from ..model import Database
from .keys import key_arn
from .terms import Blocks, Ref, Root, Variable, tags

PASSWORD = "Hunter2-made-up"


def write(root: Root, name: str, database: Database) -> None:
    """Write a database server, or a cluster with one instance."""
    given = _common(root, name, database)
    if database.engine in CLUSTERS:
        _write_cluster(root, name, database, given)
        return
    root.add(
        "aws_db_instance",
        name,
        identifier=name,
        instance_class="db.t3.medium",
        allocated_storage=20,
        username="owner",
        publicly_accessible=database.public,
        auto_minor_version_upgrade=database.upgrades,
        parameter_group_name=_parameters(root, name, database, "aws_db_parameter_group"),
        **_secret(database, name, "password", "manage_master_user_password"),
        **given,
    )


def _write_cluster(root: Root, name: str, database: Database, given: dict[str, Any]) -> None:
    service = {"docdb": "docdb", "neptune": "neptune"}.get(database.engine, "rds")
    group = _parameters(root, name, database, f"aws_{service}_cluster_parameter_group")
    argument = "neptune_cluster_parameter_group_name" if service == "neptune" else "db_cluster_parameter_group_name"
    secret = {} if service == "neptune" else {"master_username": "owner"}
    if service != "neptune":
        secret |= _secret(database, name, "master_password", "manage_master_user_password")
    made = root.add(f"aws_{service}_cluster", name, cluster_identifier=name, **{argument: group}, **secret, **given)
    engine = {"engine": database.engine} if service == "rds" else {}
    public = {} if service == "docdb" else {"publicly_accessible": database.public}
    root.add(
        f"aws_{service}_cluster_instance",
        f"{name}_a",
        identifier=f"{name}-a",
        cluster_identifier=made.ref("id"),
        instance_class="db.r6g.large",
        auto_minor_version_upgrade=database.upgrades,
        **engine,
        **public,
    )


def _common(root: Root, name: str, database: Database) -> dict[str, Any]:
    return {
        "engine": database.engine,
        "engine_version": database.version,
        "storage_encrypted": database.encrypted,
        "kms_key_id": key_arn(root, name, database.key),
        "backup_retention_period": database.backup_days,
        "deletion_protection": database.protected,
        "enabled_cloudwatch_logs_exports": list(database.exports) or None,
        "vpc_security_group_ids": _groups(root, name, database.source),
        "skip_final_snapshot": True,
        "tags": tags(database.tags),
    }


def _parameters(root: Root, name: str, database: Database, type_: str) -> Ref | None:
    if database.parameters is None:
        return None
    parameters = Blocks([{"name": key, "value": value} for key, value in database.parameters])
    group = root.add(type_, name, name=f"{name}-parameters", family=family(database), parameter=parameters)
    return group.ref("name")


def _groups(root: Root, name: str, source: str | None) -> list[Any] | None:
    if source is None:
        return None
    rule: dict[str, Any] = {"from_port": 0, "to_port": 65535, "protocol": "tcp"}
    if source == "group":
        rule["security_groups"] = [root.add("aws_security_group", f"{name}_from", description="made up").ref("id")]
    else:
        ranges = RANGES[source]
        rule["ipv6_cidr_blocks" if ":" in ranges else "cidr_blocks"] = [ranges]
    group = root.add("aws_security_group", f"{name}_group", description="made up", ingress=Blocks([rule]))
    return [group.ref("id")]


def _secret(database: Database, name: str, argument: str, switch: str) -> dict[str, Any]:
    match database.password:
        case "managed":
            return {switch: True}
        case "literal":
            return {argument: PASSWORD}
        case how:
            return {argument: Variable(f"{name}_secret", PASSWORD, how == "default")}
