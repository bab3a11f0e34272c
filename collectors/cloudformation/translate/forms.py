"""The forms that properties take on the way: nested blocks, documents, tags, pairs."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ...iac.policy_documents import NOT_KNOWN
from ...iac.value import Hidden, Unknown
from .shape import Arguments, Convert, From, Item, Properties, shaped, take


def one(arguments: Arguments) -> Convert:
    """Return what makes a single nested block of a mapping."""
    return lambda value: [_block(value, arguments)]


def each(arguments: Arguments) -> Convert:
    """Return what makes a nested block of each mapping in a list."""
    return lambda value: [_block(item, arguments) for item in listed(value)]


def listed(value: Any) -> list[Any]:
    """Return a list as it is, anything else as a list of it, as CloudFormation takes it."""
    return value if isinstance(value, list) else [value]


def _block(value: Any, arguments: Arguments) -> Any:
    if isinstance(value, dict):
        return shaped(Item(value), arguments)
    return value if isinstance(value, Unknown) else Unknown("corrupt")


def block(arguments: Arguments) -> Callable[[Properties], Any]:
    """Return how a nested block is made of the properties themselves."""
    return lambda properties: [shaped(properties, arguments)]


def of_owner(how: Any) -> Callable[[Properties], Any]:
    """Return how an argument is taken from the resource around."""
    return lambda item: take(item.around, how) if isinstance(item, Item) and item.around else None


def document(name: str) -> From:
    """Return how a policy is taken: as JSON, with tokens for what is not known in it."""
    return From(name, json_text, inside=True)


def json_text(value: Any) -> Any:
    """Return a document as text; one that is a text already stays as it is."""
    return value if isinstance(value, str | Unknown | Hidden) else json.dumps(_readable(value), ensure_ascii=False)


def _readable(value: Any) -> Any:
    match value:
        case Unknown() | Hidden():
            return NOT_KNOWN
        case dict():
            return {name: _readable(item) for name, item in value.items()}
        case list():
            return [_readable(item) for item in value]
    return value


def owner(properties: Properties) -> Any:
    """Return what names the resource itself, for the argument that says to whom a setting belongs."""
    return properties.own()


def tags(value: Any) -> Any:
    """Return tags as a mapping; they are written as a list of keys and values, or as one already."""
    if isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for tag in value if isinstance(value, list) else ():
        key = tag.get("Key") if isinstance(tag, dict) else None
        if not isinstance(key, str):
            return tag if isinstance(tag, Unknown) else Unknown("corrupt")
        found[key] = tag.get("Value", "")
    return found


def entries(name: str, value: str) -> Convert:
    """Return what makes a list of two-part blocks of a mapping."""
    return lambda found: (
        [{name: key, value: item} for key, item in found.items()] if isinstance(found, dict) else Unknown("corrupt")
    )


TAGS = From("Tags", tags)
