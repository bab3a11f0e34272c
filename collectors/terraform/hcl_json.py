"""HCL in its form as JSON (`*.tf.json`)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .hcl_text import Argument, Body, HclError, Written

_LABELS = {"resource": 2, "data": 2, "module": 1, "variable": 1, "output": 1, "provider": 1}


def parse(text: str) -> Body:
    """Return the structure of a file; raises `HclError`.

    Whether a member is an argument or a block, only the schema of a provider tells: inside of blocks all are arguments
    here. So is every member of a file, for files of values.
    """
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise HclError(f"{error.lineno}: {error.msg}") from None
    if not isinstance(document, dict):
        raise HclError("1: is no configuration of Terraform")
    blocks = [
        Written(type_, labels, _body(body), -index)
        for index, (type_, labels, body) in enumerate(
            (type_, labels, body)
            for type_, value in document.items()
            for labels, body in _labelled(value, _LABELS.get(type_, 0), [])
        )
    ]
    return Body({name: Argument("", 0) for name in document}, blocks)


def _labelled(value: Any, depth: int, labels: list[str]) -> Iterator[tuple[list[str], dict[str, Any]]]:
    for item in value if isinstance(value, list) else [value]:
        if not isinstance(item, dict):
            continue
        if not depth:
            yield labels, item
            continue
        for label, below in item.items():
            yield from _labelled(below, depth - 1, [*labels, label])


def _body(members: dict[str, Any]) -> Body:
    return Body({name: Argument(_text(value), 0) for name, value in members.items() if name != "//"})


def _text(value: Any) -> str:
    """Return an expression as the other form has it; a text in JSON is a template there."""
    match value:
        case str():
            return f'"{value}"' if "${" in value or "%{" in value else json.dumps(value, ensure_ascii=False)
        case list():
            return f"[{', '.join(map(_text, value))}]"
        case dict():
            return "{" + ", ".join(f"{json.dumps(name)} = {_text(item)}" for name, item in value.items()) + "}"
    return json.dumps(value)
