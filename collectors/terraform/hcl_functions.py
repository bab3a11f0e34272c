"""Functions of Terraform over values that are known, as far as code that declares resources uses them."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any

from .hcl_data import NotKnown, as_set, fail, number, same, text, truth

_VERB = re.compile(r"%(0?\d*)([a-z%])")


def _formatted(pattern: str, *values: Any) -> str:
    left = iter(values)

    def verb(match: re.Match[str]) -> str:
        if match[2] == "%":
            return "%"
        if match[2] not in "svd":
            raise NotKnown
        shown = text(next(left, None))
        return shown.zfill(int(match[1])) if match[1].startswith("0") else shown.rjust(int(match[1] or 0))

    return _VERB.sub(verb, pattern)


def _formatted_list(pattern: str, *values: Any) -> list[str]:
    size = max((len(value) for value in values if isinstance(value, list)), default=0)
    rows = [value if isinstance(value, list) else [value] * size for value in values]
    return [_formatted(pattern, *row) for row in zip(*rows, strict=True)]


def _flat(values: Any) -> list[Any]:
    return list(chain.from_iterable(_flat(value) if isinstance(value, list) else [value] for value in values))


def _replaced(whole: str, old: str, new: str) -> str:
    if old.startswith("/") and old.endswith("/") and len(old) > 1:
        raise NotKnown
    return whole.replace(old, new)


def _decoded(value: Any) -> Any:
    try:
        return json.loads(value) if isinstance(value, str) else fail()
    except ValueError:
        return fail()


def _length(value: Any) -> int:
    return len(value) if isinstance(value, str | list | dict) else fail()


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "upper": lambda value: text(value).upper(),
    "lower": lambda value: text(value).lower(),
    "trimspace": lambda value: text(value).strip(),
    "trimprefix": lambda value, part: text(value).removeprefix(part),
    "trimsuffix": lambda value, part: text(value).removesuffix(part),
    "startswith": lambda value, part: text(value).startswith(part),
    "endswith": lambda value, part: text(value).endswith(part),
    "replace": _replaced,
    "join": lambda by, *lists: by.join(text(item) for item in _flat(lists)),
    "split": lambda by, value: text(value).split(by) if value else [""],
    "format": _formatted,
    "formatlist": _formatted_list,
    "tostring": lambda value: None if value is None else text(value),
    "tonumber": lambda value: None if value is None else number(value),
    "tobool": lambda value: None if value is None else truth(value),
    "toset": as_set,
    "jsonencode": lambda value: json.dumps(value, separators=(",", ":"), sort_keys=True, ensure_ascii=False),
    "contains": lambda values, value: any(same(item, value) for item in values),
    "distinct": lambda values: [value for index, value in enumerate(values) if value not in values[:index]],
    "sort": sorted,
    "reverse": lambda values: list(reversed(values)),
    "compact": lambda values: [text(value) for value in values if value not in (None, "")],
    "flatten": _flat,
    "length": _length,
    "max": max,
    "min": min,
    "sum": sum,
    "abs": abs,
    "slice": lambda values, start, end: values[start:end],
    "element": lambda values, index: values[index % len(values)],
    "substr": lambda value, start, size: value[start:] if size < 0 else value[start : start + size],
    "alltrue": all,
    "anytrue": any,
    "coalescelist": lambda *lists: next((values for values in lists if values), []),
    "setunion": lambda *sets: as_set(list(chain(*sets))),
    "setsubtract": lambda values, others: as_set([value for value in values if value not in others]),
    "jsondecode": _decoded,
    "base64encode": lambda value: b64encode(value.encode()).decode(),
    "range": lambda *limits: list(range(*limits)),
    "zipmap": lambda keys, values: dict(zip(keys, values, strict=True)),
}
