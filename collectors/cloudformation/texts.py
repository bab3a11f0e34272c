"""The intrinsic functions that put texts together."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from ..iac.value import Hidden, Unknown, has_unknown
from .evaluation import Evaluator, dynamic
from .values import NOTHING, joined, merged, unclear

_VARIABLE = re.compile(r"\$\{([^}]*)\}")


def sub(evaluator: Evaluator, argument: Any, inside: bool) -> Any:
    """Return `Fn::Sub`."""
    text, own = argument if isinstance(argument, list) and len(argument) == 2 else (argument, {})
    text = evaluator.value(text) if isinstance(text, dict) else text
    if not isinstance(text, str) or not isinstance(own, dict):
        return text if isinstance(text, Unknown | Hidden) else unclear("Fn::Sub")
    parts: list[Any] = []
    end = 0
    for match in _VARIABLE.finditer(text):
        parts += [text[end : match.start()], _variable(evaluator, match[1].strip(), own, inside)]
        end = match.end()
    made = joined([*parts, text[end:]])
    return dynamic(made) if isinstance(made, str) else _stored(made, text)


def _variable(evaluator: Evaluator, name: str, own: Mapping[str, Any], inside: bool) -> Any:
    if name.startswith("!"):
        return "${" + name[1:] + "}"
    if name in own:
        return evaluator.value(own[name], inside)
    head, dot, attribute = name.partition(".")
    return evaluator.around.reference(head, attribute if dot else None, inside)


def join(evaluator: Evaluator, argument: Any, inside: bool) -> Any:
    """Return `Fn::Join`."""
    if not (isinstance(argument, list) and len(argument) == 2 and isinstance(argument[0], str)):
        return unclear("Fn::Join")
    parts = evaluator.value(argument[1], inside)
    if not isinstance(parts, list):
        return parts if isinstance(parts, Unknown | Hidden) else unclear("Fn::Join")
    made = joined(parts, argument[0])
    return dynamic(made) if isinstance(made, str) else _stored(made, *(p for p in parts if isinstance(p, str)))


def _stored(made: Any, *literals: str) -> Any:
    """Return a secret where the literal parts of what is not known ask a store for it."""
    found = dynamic("".join(literals))
    return found if isinstance(found, Hidden) and isinstance(made, Unknown) else made


def to_json(evaluator: Evaluator, argument: Any, inside: bool) -> Any:
    """Return `Fn::ToJsonString`."""
    value = evaluator.value(argument, inside)
    return unclear("Fn::ToJsonString") if value is NOTHING else _plain_json(value)


def _plain_json(value: Any) -> Any:
    """Return a value as JSON text; secret or not known where a part of it is."""
    secret = _secret_in(value)
    if secret is not None:
        return secret
    if has_unknown(value):
        return merged([value])
    return json.dumps(value, ensure_ascii=False)


def _secret_in(value: Any) -> Hidden | None:
    if isinstance(value, Hidden):
        return value
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return next((found for found in map(_secret_in, items) if found is not None), None)
