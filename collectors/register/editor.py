"""A JSON Schema by which editors complete and check registers in YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import fields, titles
from .fields import Field

Schema = dict[str, Any]

_DAY = r"^[0-9]{4}[-/年]"
_WORDS = {"boolean": ["yes", "no", "是", "否"]}


def schema(schemas: Mapping[str, Mapping[str, Any]]) -> Schema:
    """Return the schema of a register of any kinds."""
    lists = {kind: {"type": "array", "items": {"$ref": f"#/definitions/{kind}"}} for kind in sorted(schemas)}
    named = {schemas[kind].get("x-title", {}).get("zh-CN", kind): lists[kind] for kind in lists}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "register",
        "type": "object",
        "required": ["resources"],
        "additionalProperties": False,
        "properties": {"kind": {"enum": list(dict.fromkeys([*lists, *named]))}, "resources": {}},
        "if": {"properties": {"resources": {"type": "array"}}},
        "then": {"allOf": [_of_kind(name, rows) for name, rows in (lists | named).items()]},
        "else": {
            "properties": {
                "resources": {"type": "object", "properties": lists | named, "additionalProperties": False},
            }
        },
        "definitions": {kind: _row(kind, schemas[kind]) for kind in lists},
    }


def _of_kind(name: str, rows: Schema) -> Schema:
    """A file of one kind names it above its rows."""
    return {
        "if": {"required": ["kind"], "properties": {"kind": {"const": name}}},
        "then": {"properties": {"resources": rows}},
    }


def _row(kind: str, about: Mapping[str, Any]) -> Schema:
    known, found = titles.load(), fields.of(kind, about)
    properties: Schema = {}
    for name, field in found.items():
        told = [*known.of(kind, name)[:1], about["properties"].get(name, {}).get("description", "")]
        properties[name] = {"description": ": ".join(filter(None, told)), "anyOf": [*_values(kind, field)]}
    for name in found:
        for title in known.of(kind, name):
            properties.setdefault(title, {"$ref": f"#/definitions/{kind}/properties/{name}"})
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _values(kind: str, field: Field) -> list[Schema]:
    """Return what a field may hold; a field without a value is one that is not given."""
    words = _words(kind, field)
    more = [{"enum": words}] if words else []
    empty: Schema = {"type": "null"}
    match field.shape:
        case "boolean":
            return [{"type": "boolean"}, {"enum": _WORDS["boolean"]}, empty]
        case "integer":
            return [{"type": "integer"}, *more, empty]
        case "number":
            return [{"type": "number"}, {"type": "string", "pattern": "%$"}, *more, empty]
        case "date" | "datetime":
            return [{"type": "string", "pattern": _DAY}, *more, empty]
        case "choice":
            return [*more, empty]
        case "list":
            items = (
                {"anyOf": [{"enum": list(field.choices)}, *more]} if field.closed else {"type": ["string", "number"]}
            )
            return [{"type": "array", "items": items}, {"type": "string"}, empty]
        case "map":
            return [{"type": "object"}, {"type": "string"}, empty]
    return [{"type": ["string", "number"]}, empty]


def _words(kind: str, field: Field) -> list[str]:
    """Return the words that stand for values, those of the schema first."""
    choices = [str(choice) for choice in field.choices]
    spelled = titles.load().spellings(kind, field.name, choices)
    return [*choices, *(word for words in spelled.values() for word in words)]
