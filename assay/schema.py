"""JSON Schema at every border: one validator, one line per mistake."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from assay.suggest import nearest

Schema = Mapping[str, Any]
HERE = Path(__file__).parent / "schemas"


@functools.cache
def own(name: str) -> dict[str, Any]:
    """Return one of the engine's own schemas: run, snapshot, config, check ..."""
    loaded: dict[str, Any] = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    return loaded


def checker(schema: Schema) -> Callable[[object], bool]:
    """Return a fast yes-or-no validator: jsonschema-rs where it is installed, else jsonschema."""
    try:
        import jsonschema_rs
    except ImportError:
        valid: Callable[[object], bool] = _slow(schema).is_valid
        return valid
    return jsonschema_rs.validator_for(dict(schema)).is_valid


def mistakes(schema: Schema, value: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield (path, what is wrong) for each mistake, outermost first; unknown keys with the nearest known one."""
    if checker(schema)(value):
        return
    # A key that is not known comes before one that is missing: the one is the other, mistyped.
    errors = sorted(
        _slow(schema).iter_errors(value),
        key=lambda error: ([str(part) for part in error.path], error.validator != "additionalProperties"),
    )
    for error in errors:
        path = tuple(error.absolute_path)
        if error.validator == "additionalProperties" and isinstance(error.instance, dict):
            known = error.schema.get("properties", {})
            for key in sorted(map(str, set(error.instance) - set(known))):
                yield (*path, key), unknown_key(key, known)
        else:
            yield path, _words(error)


def unknown_key(key: str, known: Mapping[str, Any]) -> str:
    """Say that a key is not known, with the nearest known one."""
    near = nearest(key, known)
    return f"unknown key {key!r}" + (f"; did you mean {near!r}?" if near else f"; known: {', '.join(sorted(known))}")


def _words(error: Any) -> str:
    """Say what is wrong without repeating the value: it may be a secret."""
    expected = error.validator_value
    match error.validator:
        case "required":
            return str(error.message)
        case "type":
            return f"must be {expected if isinstance(expected, str) else ' or '.join(expected)}"
        case "enum":
            return "must be one of " + ", ".join(map(str, expected))
        case "pattern":
            return f"does not have the form {expected}"
        case "minimum":
            return f"must be at least {expected}"
        case "maximum":
            return f"must be at most {expected}"
        case "anyOf" | "oneOf":
            return "has none of the forms that are allowed here"
        case other:
            return f"breaks the rule {other!r} ({expected})"


def _slow(schema: Schema) -> Any:
    from jsonschema import Draft7Validator

    return Draft7Validator(schema)
