"""What the event selectors of a trail record of the objects of one bucket."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

Access = frozenset[Literal["read", "write"]]

_BOTH: Access = frozenset({"read", "write"})
_NOTHING: Access = frozenset()
_OBJECTS = "AWS::S3::Object"
_BASIC: Mapping[str, Access] = {
    "All": _BOTH,
    "ReadOnly": frozenset({"read"}),
    "WriteOnly": frozenset({"write"}),
}


def access_recorded(selectors: Mapping[str, Any], bucket: str) -> Access:
    """Return the access that is recorded for every object of a bucket, given by its ARN.

    A selector that leaves out some objects, callers or events of a kind does not count.
    """
    basic = (_basic(one, bucket) for one in selectors.get("EventSelectors") or ())
    advanced = (_advanced(one["FieldSelectors"], bucket) for one in selectors.get("AdvancedEventSelectors") or ())
    return _NOTHING.union(*basic, *advanced)


def _basic(selector: Mapping[str, Any], bucket: str) -> Access:
    values = [
        value
        for resource in selector.get("DataResources") or ()
        if resource.get("Type") == _OBJECTS
        for value in resource.get("Values") or ()
    ]
    if any(_holds_bucket(value, bucket) for value in values):
        return _BASIC.get(selector.get("ReadWriteType", "All"), _NOTHING)
    return _NOTHING


def _advanced(fields: Iterable[Mapping[str, Any]], bucket: str) -> Access:
    access = _BOTH
    of_objects = False
    for field in fields:
        match field:
            case {"Field": "eventCategory", "Equals": ["Data"]}:
                pass
            case {"Field": "resources.type", "Equals": [*types]} if _OBJECTS in types:
                of_objects = True
            case {"Field": "readOnly", "Equals": ["true"]}:
                access &= _BASIC["ReadOnly"]
            case {"Field": "readOnly", "Equals": ["false"]}:
                access &= _BASIC["WriteOnly"]
            case {"Field": "resources.ARN"} if _takes_all_objects(field, bucket):
                pass
            case _:
                return _NOTHING
    return access if of_objects else _NOTHING


def _takes_all_objects(field: Mapping[str, Any], bucket: str) -> bool:
    """Whether a filter on ARNs lets every object of the bucket pass."""
    filters = {name: values for name, values in field.items() if name != "Field" and values}
    objects = f"{bucket}/"
    if filters.keys() == {"StartsWith"}:
        return any(objects.startswith(value) for value in filters["StartsWith"])
    if filters.keys() == {"NotStartsWith"}:
        return not any(value.startswith(objects) or objects.startswith(value) for value in filters["NotStartsWith"])
    return False


def _holds_bucket(value: str, bucket: str) -> bool:
    """Whether a value of a basic selector is the bucket, or all buckets (`arn:aws:s3`)."""
    return f"{bucket}/" == value or bucket.startswith(f"{value.rstrip(':')}:::")
