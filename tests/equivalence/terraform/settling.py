"""What Terraform knows of values while it plans."""

from __future__ import annotations

import json
from typing import Any, Final

from .terms import Encoded, Ref, Root, Text, Variable

UNKNOWN: Final = object()


class Settling:
    """Computes values as far as nothing to come decides them."""

    def __init__(self, root: Root) -> None:
        self._root = root
        self._known = {one.address: one for one in root.resources}

    def value(self, value: Any) -> Any:
        """Return a value that is wholly known, else `UNKNOWN`."""
        match value:
            case Ref():
                return self._attribute(value)
            case Variable(value=text):
                return text
            case Encoded(value=inner):
                return self._text(inner)
            case Text(parts=parts):
                texts = [self.value(part) for part in parts]
                return UNKNOWN if UNKNOWN in texts else "".join(texts)
            case dict():
                items = {name: self.value(item) for name, item in value.items()}
                return UNKNOWN if UNKNOWN in items.values() else items
            case list():
                found = [self.value(item) for item in value]
                return UNKNOWN if UNKNOWN in found else found
            case _:
                return value

    def _attribute(self, reference: Ref) -> Any:
        bare = reference.address.partition("[")[0]
        if reference.attribute == "json":
            return self._text(self._root.documents[bare])
        return self.value(self._known[bare].arguments.get(reference.attribute, UNKNOWN))

    def _text(self, inner: Any) -> Any:
        settled = self.value(inner)
        return UNKNOWN if settled is UNKNOWN else json.dumps(settled)
