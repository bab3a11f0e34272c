"""Of what kind an account is: the source may tell, else a line of the configuration whose pattern fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from typing import Any

KINDS = ("human", "service", "shared", "vendor", "root", "break_glass")
OF_NO_PERSON = frozenset({"service", "shared", "root", "break_glass"})
"""Kinds behind which stands no single person; an owner answers for them."""


def option(**criteria: str) -> dict[str, Any]:
    """Return the schema of the option: criterion to what it is compared with."""
    properties = {name: {"type": "string", "minLength": 1, "description": what} for name, what in criteria.items()}
    return {
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": ["kind"],
            "minProperties": 2,
            "properties": {**properties, "kind": {"enum": list(KINDS)}},
        },
        "description": "what accounts of these names or places are; the first line that fits counts",
    }


def declared(lines: Iterable[Mapping[str, str]], **traits: Iterable[str]) -> str | None:
    """Return the kind of the first line all of whose patterns fit one of the account's traits."""
    for line in lines:
        wanted = {name: pattern.casefold() for name, pattern in line.items() if name != "kind"}
        if all(_fits(pattern, traits.get(name, ())) for name, pattern in wanted.items()):
            return line["kind"]
    return None


def _fits(pattern: str, values: Iterable[str]) -> bool:
    return any(fnmatchcase(value.casefold(), pattern) for value in values)
