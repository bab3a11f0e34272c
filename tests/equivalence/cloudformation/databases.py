"""Databases in a template."""

from __future__ import annotations

from typing import Any

from ..engines import CLUSTERS, RANGES, family
from ..model import Database
from .storage import key_arn
from .terms import Json, Template, attribute, ref, tags

PASSWORD = "Hunter2-made-up"


def write(template: Template, name: str, database: Database) -> None:
    """Write a database server, or a cluster with one instance."""
    given: Json = {
        "Engine": database.engine,
        "EngineVersion": database.version,
        "StorageEncrypted": database.encrypted,
        "KmsKeyId": key_arn(template, name, database.key),
        "BackupRetentionPeriod": database.backup_days,
        "DeletionProtection": database.protected,
        "EnableCloudwatchLogsExports": list(database.exports) or None,
        "Tags": tags(database.tags),
    }
    if database.engine in CLUSTERS:
        _write_cluster(template, name, database, given)
        return
    template.add(
        name,
        "AWS::RDS::DBInstance",
        DBInstanceIdentifier=name,
        DBInstanceClass="db.t3.medium",
        AllocatedStorage="20",
        MasterUsername="owner",
        PubliclyAccessible=database.public,
        AutoMinorVersionUpgrade=database.upgrades,
        DBParameterGroupName=_parameters(template, name, database, "AWS::RDS::DBParameterGroup"),
        VPCSecurityGroups=_groups(template, name, database.source),
        **_secret(template, database, name),
        **given,
    )


def _write_cluster(template: Template, name: str, database: Database, given: Json) -> None:
    service = {"docdb": "DocDB", "neptune": "Neptune"}.get(database.engine, "RDS")
    secret = {} if service == "Neptune" else {"MasterUsername": "owner", **_secret(template, database, name)}
    if service != "RDS":
        del given["Engine"]
    template.add(
        name,
        f"AWS::{service}::DBCluster",
        DBClusterIdentifier=name,
        DBClusterParameterGroupName=_parameters(template, name, database, f"AWS::{service}::DBClusterParameterGroup"),
        VpcSecurityGroupIds=_groups(template, name, database.source),
        **secret,
        **given,
    )
    template.add(
        f"{name}A",
        f"AWS::{service}::DBInstance",
        DBInstanceIdentifier=f"{name}-a",
        DBClusterIdentifier=ref(name),
        DBInstanceClass="db.r6g.large",
        AutoMinorVersionUpgrade=database.upgrades,
        Engine=database.engine if service == "RDS" else None,
        PubliclyAccessible=database.public if service != "DocDB" else None,
    )


def _parameters(template: Template, name: str, database: Database, type_: str) -> Json | None:
    if database.parameters is None:
        return None
    group, title = f"{name}Parameters", {"AWS::RDS::DBParameterGroup": "DBParameterGroupName"}
    named = title.get(type_, "DBClusterParameterGroupName" if "RDS" in type_ else "Name")
    template.add(
        group,
        type_,
        **{named: f"{name}-parameters"},
        Description="made up",
        Family=family(database),
        Parameters=dict(database.parameters),
    )
    return ref(group)


def _groups(template: Template, name: str, source: str | None) -> list[Any] | None:
    if source is None:
        return None
    rule: Json = {"IpProtocol": "tcp", "FromPort": 0, "ToPort": 65535}
    if source == "group":
        template.add(f"{name}From", "AWS::EC2::SecurityGroup", GroupDescription="made up")
        rule["SourceSecurityGroupId"] = attribute(f"{name}From", "GroupId")
    else:
        rule["CidrIpv6" if ":" in RANGES[source] else "CidrIp"] = RANGES[source]
    template.add(f"{name}Group", "AWS::EC2::SecurityGroup", GroupDescription="made up", SecurityGroupIngress=[rule])
    return [attribute(f"{name}Group", "GroupId")]


def _secret(template: Template, database: Database, name: str) -> Json:
    match database.password:
        case "managed":
            return {"ManageMasterUserPassword": True}
        case "literal":
            return {"MasterUserPassword": PASSWORD}
        case how:
            default = {"Default": PASSWORD} if how == "default" else {}
            template.parameters[f"{name}Secret"] = {"Type": "String", **default}
            return {"MasterUserPassword": ref(f"{name}Secret")}
