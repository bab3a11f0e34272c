"""Terraform plans as `terraform show -json` writes them, with only what a test is about."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

BLOCK = ("block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets")


def resource(
    type_: str,
    name: str,
    values: Mapping[str, Any] | None = None,
    references: Mapping[str, str] | None = None,
    actions: Sequence[str] = ("create",),
    **more: Any,
) -> dict[str, Any]:
    """Return one resource: known values, and arguments that name another resource (`aws_s3_bucket.a.id`)."""
    return {
        "type": type_,
        "name": name,
        "values": dict(values or {}),
        "references": dict(references or {}),
        "actions": list(actions),
        "unknown": {},
        "module": "",
    } | more


def bucket(name: str, *, public: bool, **more: Any) -> list[dict[str, Any]]:
    """Return a bucket whose public access block is off or on."""
    of_bucket = {"bucket": f"aws_s3_bucket.{name}.id"}
    return [
        resource("aws_s3_bucket", name, {"bucket": f"example-{name}"}, **more),
        resource("aws_s3_bucket_public_access_block", name, dict.fromkeys(BLOCK, not public), of_bucket, **more),
        resource("aws_s3_bucket_acl", name, {"acl": "public-read" if public else "private"}, of_bucket, **more),
    ]


def plan(resources: Sequence[Mapping[str, Any]], **more: Any) -> dict[str, Any]:
    """Return the plan of these resources."""
    return {
        "format_version": "1.2",
        "terraform_version": "1.11.4",
        "planned_values": {"root_module": {"resources": []}},
        "resource_changes": [_change(item) for item in resources],
        "configuration": {
            "provider_config": {
                "aws": {
                    "name": "aws",
                    "full_name": "registry.terraform.io/hashicorp/aws",
                    "expressions": {"region": {"constant_value": "eu-central-1"}},
                }
            },
            "root_module": {"resources": [_configured(item) for item in resources]},
        },
        "complete": True,
        "errored": False,
        "applyable": True,
    } | more


def write(path: Path, resources: Sequence[Mapping[str, Any]], **more: Any) -> Path:
    """Write the plan of these resources."""
    path.write_text(json.dumps(plan(resources, **more)), "utf-8")
    return path


def _change(item: Mapping[str, Any]) -> dict[str, Any]:
    unknown = dict.fromkeys(("id", "arn", *item["references"]), True) | item["unknown"]
    gone = item["actions"] == ["delete"]
    return {
        **_head(item),
        "change": {
            "actions": item["actions"],
            "before": item["values"] if gone else None,
            "after": None if gone else item["values"],
            "after_unknown": {} if gone else unknown,
            "before_sensitive": False,
            "after_sensitive": False if gone else {},
        },
    }


def _configured(item: Mapping[str, Any]) -> dict[str, Any]:
    expressions: dict[str, Any] = {name: {"constant_value": value} for name, value in item["values"].items()}
    for name, target in item["references"].items():
        expressions[name] = {"references": [target, target.rpartition(".")[0]]}
    return {**_head(item), "provider_config_key": "aws", "expressions": expressions, "schema_version": 0}


def _head(item: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "address": f"{item['type']}.{item['name']}",
        "mode": "managed",
        "type": item["type"],
        "name": item["name"],
        "provider_name": "registry.terraform.io/hashicorp/aws",
    }
