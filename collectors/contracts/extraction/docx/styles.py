"""What a style says that touches the text: whether it is hidden, and in which list it stands."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from . import names

_HIDING = ("vanish", "strike", "dstrike")
"""Struck-out text is no longer part of what was agreed."""


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, part: Element | None) -> None:
        elements = part if part is not None else ()
        self._by_id = {names.value(one, "styleId"): one for one in elements if names.of(one) == "style"}

    def hidden(self, run: Element | None, *styles: str) -> bool:
        """Say whether text with these properties of its own, in these styles, is not to be read."""
        return any(self._hidden(name, run, styles) for name in _HIDING)

    def listed(self, style: str) -> Element | None:
        """Return the `numPr` of a paragraph style."""
        found = (names.child(one, "pPr", "numPr") for one in self._chain(style))
        return next((one for one in found if one is not None), None)

    def _hidden(self, name: str, run: Element | None, styles: tuple[str, ...]) -> bool:
        said = names.switched(run, name)
        for style in styles:
            for one in self._chain(style):
                said = names.switched(names.child(one, "rPr"), name) if said is None else said
        return said is True

    def _chain(self, style: str) -> Iterator[Element]:
        """Yield a style and those that it is based on, each once."""
        seen: set[str] = set()
        while style in self._by_id and style not in seen:
            seen.add(style)
            element = self._by_id[style]
            yield element
            style = names.value(names.child(element, "basedOn"))
