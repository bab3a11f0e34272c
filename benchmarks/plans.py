"""Makes Terraform code of any size, as a plan and as HCL: buckets, databases, keys, roles, rules."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

_TRUST = json.dumps(
    {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}
        ],
    }
)


def write(path: Path, resources: int) -> None:
    """Write a plan of so many resources."""
    planned = [resource for _, resource in zip(range(resources), _resources(), strict=False)]
    changes = [_change(*resource) for resource in planned]
    values = {"root_module": {"resources": [_planned(*resource) for resource in planned]}}
    configuration = {
        "provider_config": {
            "aws": {"name": "aws", "full_name": "aws", "expressions": {"region": {"constant_value": "eu-central-1"}}}
        },
        "root_module": {"resources": [_configured(*resource) for resource in planned]},
    }
    plan = {
        "format_version": "1.2",
        "terraform_version": "1.11.4",
        "planned_values": values,
        "resource_changes": changes,
        "configuration": configuration,
        "timestamp": "2026-11-20T10:00:00Z",
        "applyable": True,
        "complete": True,
        "errored": False,
    }
    path.write_text(json.dumps(plan))


def write_hcl(path: Path, resources: int) -> None:
    """Write the same resources as HCL, for tools that read no plan."""
    with path.open("w") as file:
        file.write('provider "aws" {\n  region = "eu-central-1"\n}\n')
        for _, (type_, name, known, _, references) in zip(range(resources), _resources(), strict=False):
            file.write(f'\nresource "{type_}" "{name}" {{\n')
            stated = known.keys() - {"tags_all"} - references.keys()
            file.writelines(_lines({name: value for name, value in known.items() if name in stated}, "  "))
            file.writelines(f"  {argument} = {target}\n" for argument, target in references.items())
            file.write("}\n")


def _lines(values: Mapping[str, Any], indent: str) -> Iterator[str]:
    """Yield arguments, and lists of objects as nested blocks."""
    for name, value in values.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for block in value:
                yield f"{indent}{name} {{\n"
                yield from _lines(block, indent + "  ")
                yield f"{indent}}}\n"
        elif value != []:
            yield f"{indent}{name} = {json.dumps(value)}\n"


Made = tuple[str, str, Mapping[str, Any], Sequence[str], Mapping[str, str]]
"""Type, name, known values, arguments not known, and references: argument to `TYPE.NAME.ATTRIBUTE`."""


def _resources() -> Iterator[Made]:
    """Yield resources in groups of fourteen: one service of the invented estate each."""
    number = 0
    while True:
        number += 1
        yield from _bucket(f"store{number}", sound=number % 3 != 0)
        yield from _database(f"base{number}", sound=number % 4 != 0)
        yield from _role(f"work{number}", wide=number % 10 == 0)


def _bucket(name: str, *, sound: bool) -> Iterator[Made]:
    of_bucket = {"bucket": f"aws_s3_bucket.{name}.id"}
    tags = {"data_level": "personal", "env": "prod"}
    yield "aws_s3_bucket", name, {"bucket": f"assay-{name}", "tags": tags, "tags_all": tags}, ["arn", "id"], {}
    block = dict.fromkeys(
        ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"), sound
    )
    yield "aws_s3_bucket_public_access_block", name, block, ["bucket", "id"], of_bucket
    versioning = {"versioning_configuration": [{"status": "Enabled" if sound else "Suspended"}]}
    yield "aws_s3_bucket_versioning", name, versioning, ["bucket", "id"], of_bucket
    rule = {"id": "old", "status": "Enabled", "filter": [{"prefix": ""}], "expiration": [{"days": 400}]}
    yield "aws_s3_bucket_lifecycle_configuration", name, {"rule": [rule]}, ["bucket", "id"], of_bucket
    denial = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": [f"arn:aws:s3:::assay-{name}", f"arn:aws:s3:::assay-{name}/*"],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [denial]})
    yield "aws_s3_bucket_policy", name, {"policy": policy}, ["bucket", "id"], of_bucket


def _database(name: str, *, sound: bool) -> Iterator[Made]:
    key = {"enable_key_rotation": sound, "is_enabled": True, "customer_master_key_spec": "SYMMETRIC_DEFAULT"}
    yield "aws_kms_key", name, key, ["arn", "id", "key_id", "policy"], {}
    group = {"name": name, "family": "postgres16", "parameter": [{"name": "rds.force_ssl", "value": "1"}]}
    yield "aws_db_parameter_group", name, group, ["arn", "id"], {}
    yield "aws_security_group", name, {"name": name, "ingress": [], "egress": []}, ["arn", "id"], {}
    rule = {"type": "ingress", "protocol": "tcp", "from_port": 5432, "to_port": 5432}
    rule["cidr_blocks"] = ["10.0.0.0/16" if sound else "0.0.0.0/0"]
    yield (
        "aws_security_group_rule",
        name,
        rule,
        ["id", "security_group_id"],
        {"security_group_id": f"aws_security_group.{name}.id"},
    )
    yield (
        "aws_db_instance",
        name,
        {
            "identifier": name,
            "engine": "postgres",
            "engine_version": "16.8",
            "storage_encrypted": sound,
            "publicly_accessible": False,
            "backup_retention_period": 14,
            "deletion_protection": sound,
            "auto_minor_version_upgrade": True,
            "enabled_cloudwatch_logs_exports": ["postgresql"],
            "parameter_group_name": name,
            "manage_master_user_password": True,
            "tags": {"data_level": "personal"},
            "tags_all": {"data_level": "personal"},
        },
        ["arn", "id", "kms_key_id", "endpoint", "vpc_security_group_ids"],
        {
            "kms_key_id": f"aws_kms_key.{name}.arn",
            "parameter_group_name": f"aws_db_parameter_group.{name}.name",
            "vpc_security_group_ids": f"aws_security_group.{name}.id",
        },
    )
    log = {"name": f"/aws/rds/instance/{name}/postgresql", "retention_in_days": 400}
    yield "aws_cloudwatch_log_group", name, log, ["arn", "id"], {}


def _role(name: str, *, wide: bool) -> Iterator[Made]:
    yield "aws_iam_role", name, {"name": name, "assume_role_policy": _TRUST}, ["arn", "id", "unique_id"], {}
    grant = {"Effect": "Allow", "Action": "*" if wide else ["s3:GetObject"], "Resource": "*"}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [grant]})
    yield (
        "aws_iam_role_policy",
        name,
        {"name": name, "policy": policy},
        ["id", "role"],
        {"role": f"aws_iam_role.{name}.id"},
    )
    yield "aws_sns_topic", name, {"name": name}, ["arn", "id"], {}


def _change(type_: str, name: str, known: Mapping[str, Any], unknown: Sequence[str], _: object) -> dict[str, Any]:
    change = {
        "actions": ["create"],
        "before": None,
        "after": known,
        "after_unknown": dict.fromkeys(unknown, True),
        "before_sensitive": False,
        "after_sensitive": {},
    }
    return {**_head(type_, name), "change": change}


def _planned(type_: str, name: str, known: Mapping[str, Any], *_: object) -> dict[str, Any]:
    return {**_head(type_, name), "schema_version": 0, "values": known, "sensitive_values": {}}


def _configured(
    type_: str, name: str, known: Mapping[str, Any], _: object, references: Mapping[str, str]
) -> dict[str, Any]:
    expressions: dict[str, Any] = {argument: {"constant_value": value} for argument, value in known.items()}
    for argument, target in references.items():
        expressions[argument] = {"references": [target, target.rpartition(".")[0]]}
    return {**_head(type_, name), "provider_config_key": "aws", "expressions": expressions, "schema_version": 0}


def _head(type_: str, name: str) -> dict[str, Any]:
    return {
        "address": f"{type_}.{name}",
        "mode": "managed",
        "type": type_,
        "name": name,
        "provider_name": "registry.terraform.io/hashicorp/aws",
    }
