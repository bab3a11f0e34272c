"""The part of a plan that shows the code: what each argument is written as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .terms import Blocks, Encoded, Ref, Root, Text, Variable, Written

Json = dict[str, Any]
_FLAT = frozenset({"ingress", "egress"})
"""Arguments that are written as blocks and are lists of objects to Terraform."""
_PROVIDER = "registry.terraform.io/hashicorp/aws"


def configuration(root: Root) -> Json:
    """Return the code of a root module, or of one that calls a module with everything in it."""
    own = {
        "resources": [_resource(one) for one in root.resources],
        "variables": {v.name: {"default": v.value} if v.has_default else {} for v in root.variables().values()},
    }
    if root.style.module:
        passed = {name: {"references": [f"var.{name}"]} for name in root.variables()}
        call = {"source": "./inner", "expressions": passed, "module": own}
        own = {"module_calls": {"inner": call}, "variables": own["variables"]}
    region = {"expressions": {"region": {"constant_value": "eu-west-1"}}}
    return {"provider_config": {"aws": {"name": "aws", "full_name": _PROVIDER, **region}}, "root_module": own}


def head(one: Written) -> Json:
    """Return what names a resource wherever a plan speaks of it."""
    is_read = one.type.startswith("data.")
    return {
        "mode": "data" if is_read else "managed",
        "type": one.type.removeprefix("data."),
        "name": one.name,
        "provider_name": _PROVIDER,
    }


def _resource(one: Written) -> Json:
    ways: dict[str, Json] = {
        "": {},
        "count": {"count_expression": {"constant_value": 1}},
        "for_each": {"for_each_expression": {}},
    }
    own = {"address": one.address, **head(one), "provider_config_key": "aws", "schema_version": 0}
    return {**own, "expressions": _body(one.arguments), **ways[one.repeated]}


def _body(arguments: Mapping[str, Any]) -> Json:
    return {
        name: [_body(block) for block in value]
        if isinstance(value, Blocks) and name not in _FLAT
        else _expression(value)
        for name, value in arguments.items()
    }


def _expression(value: Any) -> Json:
    references = list(dict.fromkeys(_references(value)))
    if references:
        return {"references": references}
    return {} if isinstance(value, Encoded) else {"constant_value": value}


def _references(value: Any) -> Iterator[str]:
    match value:
        case Ref(address=address):
            yield from (str(value), address, *([address.partition("[")[0]] if "[" in address else []))
        case Variable(name=name):
            yield f"var.{name}"
        case Text(parts=parts):
            for part in parts:
                yield from _references(part)
        case Encoded(value=inner):
            yield from _references(inner)
        case dict():
            for item in value.values():
                yield from _references(item)
        case list():
            for item in value:
                yield from _references(item)
