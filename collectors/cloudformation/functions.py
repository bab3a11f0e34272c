"""The intrinsic functions."""

from __future__ import annotations

import base64
import ipaddress
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Any

from ..iac.value import Hidden, Unknown
from .evaluation import Evaluator
from .texts import join, sub, to_json
from .values import marked, merged, text_of, unclear

_MAX_SUBNETS = 256


def _ref(evaluator: Evaluator, name: Any, inside: bool) -> Any:
    named = evaluator.value(name, inside)
    return evaluator.around.reference(named, None, inside) if isinstance(named, str) else unclear("Ref")


def _get_att(evaluator: Evaluator, argument: Any, inside: bool) -> Any:
    parts = argument.split(".", 1) if isinstance(argument, str) else argument
    if not isinstance(parts, list) or len(parts) < 2:
        return unclear("Fn::GetAtt")
    named = [evaluator.value(part) for part in parts]
    if not all(isinstance(part, str) for part in named):
        return unclear("Fn::GetAtt")
    return evaluator.around.reference(named[0], ".".join(named[1:]), inside)


def _find_in_map(evaluator: Evaluator, argument: Any, inside: bool) -> Any:
    if not isinstance(argument, list) or len(argument) < 3:
        return unclear("Fn::FindInMap")
    keys = [evaluator.value(key) for key in argument[:3]]
    found: Any = evaluator.template.section("Mappings")
    for key in keys:
        if isinstance(key, Unknown | Hidden):
            return Unknown(operation="Fn::FindInMap")
        found = found.get(text_of(key)) if isinstance(found, dict) else None
    if found is None and len(argument) > 3 and isinstance(argument[3], dict):
        return evaluator.value(argument[3].get("DefaultValue"), inside)
    return unclear("Fn::FindInMap") if found is None else evaluator.value(found, inside)


def _if(evaluator: Evaluator, argument: Any, inside: bool) -> Any:
    if not isinstance(argument, list) or len(argument) != 3 or not isinstance(argument[0], str):
        return unclear("Fn::If")
    holds = evaluator.around.holds(argument[0])
    if holds is not None:
        return evaluator.value(argument[1 if holds else 2], inside)
    either = [evaluator.value(branch, inside) for branch in argument[1:]]
    if either[0] == either[1]:
        return either[0]
    return Unknown(references=merged(either).references, operation=f"condition {argument[0]}")


def _select(evaluator: Evaluator, argument: Any, inside: bool) -> Any:
    if not isinstance(argument, list) or len(argument) != 2:
        return unclear("Fn::Select")
    index, items = evaluator.value(argument[0]), evaluator.value(argument[1], inside)
    if isinstance(items, Unknown | Hidden):
        return items
    text = text_of(index) or ""
    if not isinstance(items, list) or not text.isdecimal() or int(text) >= len(items):
        return unclear("Fn::Select")
    return items[int(text)]


def _split(evaluator: Evaluator, argument: Any, inside: bool) -> Any:
    if not isinstance(argument, list) or len(argument) != 2 or not isinstance(argument[0], str) or not argument[0]:
        return unclear("Fn::Split")
    text = evaluator.value(argument[1], inside)
    if not isinstance(text, str):
        return _passed(text, "Fn::Split")
    return [marked(part, text) for part in text.split(argument[0])]


def _base64(evaluator: Evaluator, argument: Any, inside: bool) -> Any:
    text = evaluator.value(argument, inside)
    if not isinstance(text, str):
        return _passed(text, "Fn::Base64")
    return marked(base64.b64encode(text.encode("utf-8", "surrogatepass")).decode(), text)


def _length(evaluator: Evaluator, argument: Any, inside: bool) -> Any:
    items = evaluator.value(argument, inside)
    return len(items) if isinstance(items, list) else _passed(items, "Fn::Length")


def _cidr(evaluator: Evaluator, argument: Any, inside: bool) -> Any:
    values = evaluator.value(argument)
    if not isinstance(values, list) or any(isinstance(value, Unknown | Hidden) for value in values):
        return Unknown(operation="Fn::Cidr")
    if not values or not isinstance(values[0], str):
        return unclear("Fn::Cidr")
    try:
        network = ipaddress.ip_network(values[0], strict=False)
        bits = int(values[2]) if len(values) > 2 else 8
        count = min(int(values[1]), _MAX_SUBNETS)
        return [str(part) for part in islice(network.subnets(new_prefix=network.max_prefixlen - bits), count)]
    except (ValueError, IndexError, TypeError):
        return unclear("Fn::Cidr")


def _elsewhere(name: str) -> Callable[[Evaluator, Any, bool], Any]:
    """Return a function whose value only a deployment knows."""
    return lambda evaluator, argument, inside: Unknown(operation=name)


def _passed(value: Any, name: str) -> Any:
    return value if isinstance(value, Unknown | Hidden) else unclear(name)


FUNCTIONS: Mapping[str, Callable[[Evaluator, Any, bool], Any]] = {
    "Ref": _ref,
    "Fn::GetAtt": _get_att,
    "Fn::Sub": sub,
    "Fn::Join": join,
    "Fn::FindInMap": _find_in_map,
    "Fn::If": _if,
    "Fn::Select": _select,
    "Fn::Split": _split,
    "Fn::Base64": _base64,
    "Fn::ToJsonString": to_json,
    "Fn::Length": _length,
    "Fn::Cidr": _cidr,
    "Fn::GetAZs": _elsewhere("Fn::GetAZs"),
    "Fn::ImportValue": _elsewhere("Fn::ImportValue"),
    "Fn::GetStackOutput": _elsewhere("Fn::GetStackOutput"),
    "Fn::Transform": _elsewhere("Fn::Transform"),
}
