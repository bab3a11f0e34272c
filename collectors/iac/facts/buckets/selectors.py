"""The event selectors of a declared trail in the words of CloudTrail, as they concern one bucket."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...block import Block
from ...declared import Declared
from ...value import Unknown, has_unknown
from .naming import Named

_FILTERS = {
    "equals": "Equals",
    "not_equals": "NotEquals",
    "starts_with": "StartsWith",
    "not_starts_with": "NotStartsWith",
    "ends_with": "EndsWith",
    "not_ends_with": "NotEndsWith",
}
_OBJECTS = "AWS::S3::Object"
_ARN = "resources.ARN"
_NO_ARN = "-"


def selectors(trail: Declared, bucket: Named, hopeful: bool) -> dict[str, Any]:
    """Return what `GetEventSelectors` would; `hopeful`: what is not known takes in the bucket, else leaves it out."""
    made: dict[str, Any] = {}
    for argument, member, convert in (
        ("event_selector", "EventSelectors", _basic),
        ("advanced_event_selector", "AdvancedEventSelectors", _advanced),
    ):
        blocks = trail.arguments.blocks(argument)
        if isinstance(blocks, Unknown):
            made.setdefault("EventSelectors", []).extend(_everything(bucket) if hopeful else [])
        else:
            made.setdefault(member, []).extend(convert(block, bucket, hopeful) for block in blocks)
    return made


def _everything(bucket: Named) -> list[dict[str, Any]]:
    return [{"DataResources": [{"Type": _OBJECTS, "Values": [f"{bucket.arn}/"]}]}]


def _basic(selector: Block, bucket: Named, hopeful: bool) -> dict[str, Any]:
    access, resources = selector.text("read_write_type"), selector.blocks("data_resource")
    if isinstance(resources, Unknown) or isinstance(access, Unknown):
        return _everything(bucket)[0] if hopeful else {}
    return {
        "ReadWriteType": access or "All",
        "DataResources": [
            {"Type": resource.value("type"), "Values": _values(resource, "values", bucket, hopeful)}
            for resource in resources
        ],
    }


def _advanced(selector: Block, bucket: Named, hopeful: bool) -> dict[str, Any]:
    fields = selector.blocks("field_selector")
    if isinstance(fields, Unknown) or any(_is_open(field) for field in fields):
        return {"FieldSelectors": _all_objects() if hopeful else []}
    return {"FieldSelectors": [_field(field, bucket, hopeful) for field in fields]}


def _is_open(field: Block) -> bool:
    """Whether it leaves open what it speaks of; an open list of ARNs is weighed by itself."""
    return field.value("field") != _ARN and has_unknown(dict(field.values))


def _all_objects() -> list[dict[str, Any]]:
    return [{"Field": "resources.type", "Equals": [_OBJECTS]}]


def _field(field: Block, bucket: Named, hopeful: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"Field": field.value("field")}
    for argument, member in _FILTERS.items():
        if field.value(argument):
            excludes = argument.startswith("not_")
            made[member] = _values(field, argument, bucket, hopeful is not excludes)
    return made


def _values(block: Block, argument: str, bucket: Named, takes: bool) -> list[str]:
    """Return a list of ARNs; one that is not known is that of the bucket, or of nothing."""
    value = block.value(argument)
    listed: Sequence[object] = value if isinstance(value, list) else [] if value is None else [value]
    return [_value(item, bucket, takes) for item in listed]


def _value(item: object, bucket: Named, takes: bool) -> str:
    if isinstance(item, Unknown):
        return f"{bucket.arn}/" if takes and bucket.may_be(item) else _NO_ARN
    return bucket.spelled(str(item))
