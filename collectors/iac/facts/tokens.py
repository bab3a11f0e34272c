"""What stands inside texts for attributes that are not known (`Declared.token`), read back as references."""

from __future__ import annotations

import re

from ..value import Reference

_TOKEN = re.compile(r"<([^<>]+)\.(\w+)>")


def references_of(text: str) -> tuple[Reference, ...]:
    """Return what the tokens of a text refer to, in their order."""
    return tuple(Reference(address, attribute) for address, attribute in _TOKEN.findall(text))
