"""What the event selectors of a trail record of one table of DynamoDB."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...block import Block
from ...code import Code
from ...declared import Declared
from ...value import Unknown
from .identity import name_of

Classes = frozenset[str]

_TYPE = "AWS::DynamoDB::Table"
_NOTHING: Classes = frozenset()
_DATA = {"All": Classes({"select", "dml"}), "ReadOnly": Classes({"select"}), "WriteOnly": Classes({"dml"})}
_CHANGES = {"All": Classes({"ddl"}), "WriteOnly": Classes({"ddl"})}
_READ_ONLY = {"true": "ReadOnly", "false": "WriteOnly"}


def recorded(code: Code, trail: Declared, table: Declared) -> Classes:
    """Return the classes that are recorded; a selector that leaves out callers or events of a kind does not count."""
    basic, advanced = (trail.arguments.blocks(name) for name in ("event_selector", "advanced_event_selector"))
    found = [_basic(code, trail, one, table) for one in basic] if isinstance(basic, list) else []
    found += [_advanced(code, trail, one, table) for one in advanced] if isinstance(advanced, list) else []
    return _NOTHING.union(*found)


def _basic(code: Code, trail: Declared, selector: Block, table: Declared) -> Classes:
    access = str(selector.text("read_write_type") or "All")
    is_managing = selector.flag("include_management_events") in (None, True)
    found = _CHANGES.get(access, _NOTHING) if is_managing else _NOTHING
    resources = selector.blocks("data_resource")
    for resource in resources if isinstance(resources, list) else []:
        if resource.text("type") == _TYPE and _names(code, trail, resource.value("values"), table):
            found |= _DATA.get(access, _NOTHING)
    return found


def _advanced(code: Code, trail: Declared, selector: Block, table: Declared) -> Classes:
    blocks = selector.blocks("field_selector")
    fields = {str(one.text("field")): one.values for one in blocks} if isinstance(blocks, list) else {}
    category, type_, only = (_equals(fields, name) for name in ("eventCategory", "resources.type", "readOnly"))
    access = "All" if "readOnly" not in fields else _READ_ONLY.get(str(only), "")
    if fields.keys() <= {"eventCategory", "readOnly"} and category == "Management":
        return _CHANGES.get(access, _NOTHING)
    is_data = category == "Data" and type_ == _TYPE
    is_plain = fields.keys() <= {"eventCategory", "resources.type", "readOnly", "resources.ARN"}
    if not is_data or not is_plain or not _passes(code, trail, fields.get("resources.ARN"), table):
        return _NOTHING
    return _DATA.get(access, _NOTHING)


def _equals(fields: Mapping[str, Mapping[str, Any]], name: str) -> str | None:
    """Return the only value that a field may have."""
    values = fields.get(name, {}).get("equals")
    return values[0] if isinstance(values, list) and len(values) == 1 and isinstance(values[0], str) else None


def _passes(code: Code, trail: Declared, field: Mapping[str, Any] | None, table: Declared) -> bool:
    """Say whether a filter on ARNs lets the table pass, or there is none."""
    if field is None:
        return True
    filters = {name: value for name, value in field.items() if name != "field" and value}
    if filters.keys() == {"equals"}:
        return _names(code, trail, filters["equals"], table)
    starts = filters.get("starts_with") if filters.keys() == {"starts_with"} else None
    return any(isinstance(start, str) and _arn(code, table).startswith(start) for start in starts or ())


def _names(code: Code, trail: Declared, values: Any, table: Declared) -> bool:
    """Say whether a list of ARNs holds the table, or stands for all tables (`arn:aws:dynamodb`)."""
    listed = values if isinstance(values, list) else [values]
    if f"arn:{code.partition_of(table)}:dynamodb" in listed or _arn(code, table) in listed:
        return True
    found = [code.named(value, trail, [table.type]) for value in listed if isinstance(value, Unknown)]
    return any(table in named for named in found if isinstance(named, list))


def _arn(code: Code, table: Declared) -> str:
    name, account, region = name_of(table), code.account_of(table), code.region_of(table)
    if name is None or account is None or region is None:
        return code.arn_of(table)
    return f"arn:{code.partition_of(table)}:dynamodb:{region}:{account}:table/{name}"
