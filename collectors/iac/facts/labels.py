"""Tags of declared resources, and what they say of the environment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assay.collector import Resource

from ..declared import Declared
from ..value import Unknown, has_unknown

_KEYS = frozenset({"env", "environment", "环境"})
_ENVIRONMENTS = {
    "prod": "prod production prd live 生产".split(),
    "nonprod": "nonprod nonproduction dev development test testing qa uat stage staging sandbox 测试 开发".split(),
    "dr": "dr disasterrecovery 灾备 容灾".split(),
}
_ENVIRONMENT = {word: env for env, words in _ENVIRONMENTS.items() for word in words}


def tell_labels(resource: Resource, declared: Declared) -> None:
    """State the tags, and the environment where they name one; one tag that is not known hides them all."""
    tags = _tags(declared)
    if isinstance(tags, Unknown):
        resource.miss("tags", tags.reason, tags.operation)
        return
    resource.state("tags", tags)
    named = {_ENVIRONMENT.get(_bare(value), "unknown") for key, value in tags.items() if _bare(key) in _KEYS}
    if named:
        resource.state("env", named.pop() if len(named) == 1 else "unknown")


def _tags(declared: Declared) -> dict[str, str] | Unknown:
    """Return the tags with those that the provider adds to all resources."""
    found: dict[str, Any] = {}
    for argument in ("tags", "tags_all"):
        value = declared.arguments.value(argument)
        if isinstance(value, Unknown) or has_unknown(value):
            return Unknown(operation=argument)
        found |= value if isinstance(value, Mapping) else {}
    return {str(name): str(value) for name, value in found.items() if isinstance(value, str | int | float)}


def _bare(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())
