"""Writes the plan that `terraform show -json` would show, before anything is deployed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from . import expressions, provider
from .settling import UNKNOWN, Settling
from .terms import Blocks, Root, Written

Json = dict[str, Any]
_INDEX: Mapping[str, str] = {"": "", "count": "[0]", "for_each": '["only"]'}


def write(root: Root, path: Path) -> None:
    """Write the plan of a root module."""
    path.write_text(json.dumps(plan(root)), "utf-8")


def plan(root: Root) -> Json:
    """Return the plan of a root module."""
    settling = Settling(root)
    changes: list[Json] = []
    read: list[Json] = []
    for one in root.resources:
        after, unknown = _body(settling, one.arguments, one.is_data)
        if one.is_data and not _has_true(unknown):
            read.append(_read(settling, root, one, after))
        else:
            changes.append(_change(root, one, after, unknown))
    return {
        "format_version": "1.2",
        "terraform_version": "1.11.4",
        "variables": {variable.name: {"value": variable.value} for variable in root.variables().values()},
        "planned_values": {},
        "prior_state": {"format_version": "1.0", "values": {"root_module": _module(root, read)}},
        "resource_changes": changes,
        "configuration": expressions.configuration(root),
        "complete": True,
        "errored": False,
        "applyable": True,
    }


def _module(root: Root, resources: list[Json]) -> Json:
    own: Json = {"resources": resources}
    return {"child_modules": [own | {"address": "module.inner"}]} if root.style.module else own


def _read(settling: Settling, root: Root, one: Written, after: Json) -> Json:
    """Return a data source that Terraform has read already, because it depends on nothing to come."""
    text = settling.value(one.ref("json"))
    return {"address": _address(root, one), **expressions.head(one), "values": {**after, "json": text}}


def _change(root: Root, one: Written, after: Json, unknown: Json) -> Json:
    if one.is_data:
        unknown |= {"id": True, "json": True, "minified_json": True}
    else:
        provider.completed(one.type, one.arguments, after, unknown)
        _tag(one, after, unknown)
    return {
        "address": _address(root, one),
        **({"module_address": "module.inner"} if root.style.module else {}),
        **expressions.head(one),
        "change": {
            "actions": ["read" if one.is_data else "create"],
            "before": None,
            "after": after,
            "after_unknown": unknown,
            "before_sensitive": False,
            "after_sensitive": dict.fromkeys(provider.SENSITIVE & one.arguments.keys(), True),
        },
    }


def _address(root: Root, one: Written) -> str:
    return ("module.inner." if root.style.module else "") + one.address + _INDEX[one.repeated]


def _tag(one: Written, after: Json, unknown: Json) -> None:
    if "tags" in one.arguments:
        after["tags_all"] = after["tags"]
    else:
        unknown["tags_all"] = True


def _body(settling: Settling, arguments: Mapping[str, Any], is_data: bool) -> tuple[Json, Json]:
    """Return what is known and what is not of a resource or block."""
    after: Json = {}
    unknown: Json = {}
    for name, value in arguments.items():
        if isinstance(value, Blocks):
            pairs = [_body(settling, block, is_data) for block in value]
            after[name], unknown[name] = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        elif is_data and isinstance(value, list):
            items = [settling.value(item) for item in value]
            after[name] = [None if item is UNKNOWN else item for item in items]
            unknown[name] = [item is UNKNOWN for item in items]
        elif (found := settling.value(value)) is UNKNOWN:
            # Of a set that holds something unknown nothing is shown either: it may turn out to be the same twice.
            unknown[name] = True
        else:
            after[name] = found
    return after, unknown


def _has_true(unknown: Any) -> bool:
    if isinstance(unknown, dict):
        return any(map(_has_true, unknown.values()))
    return any(map(_has_true, unknown)) if isinstance(unknown, list) else unknown is True
