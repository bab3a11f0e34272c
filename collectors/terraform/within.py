"""Tells whether one value is made of another, as far as that can be seen from the values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping


def texts(value: object) -> Iterator[str]:
    """Return the texts and numbers in a value, empty ones left out."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif value not in ("", None) and not isinstance(value, bool):
        yield str(value)


def holds(whole: str, part: str) -> bool:
    """Whether a text stands in another, perhaps as JSON writes it."""
    return part in whole or json.dumps(part)[1:-1] in whole
