"""Elements and attributes by their local names: Word has two families of namespaces for the same words."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

_OFF = {"0", "false", "off"}


def of(element: Element) -> str:
    """Return the local name."""
    return element.tag.rpartition("}")[2]


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first child of a name, and so on down the path."""
    for name in path:
        element = next((one for one in element if of(one) == name), None) if element is not None else None
    return element


def descendants(element: Element, name: str) -> Iterator[Element]:
    """Yield every element of a name within."""
    return (one for one in element.iter() if of(one) == name)


def value(element: Element | None, attribute: str = "val") -> str:
    """Return an attribute, or nothing."""
    if element is None:
        return ""
    return next((text for name, text in element.items() if name.rpartition("}")[2] == attribute), "")


def switched(properties: Element | None, name: str) -> bool | None:
    """Say whether a property is switched on or off, or None where nothing is said."""
    found = child(properties, name)
    return None if found is None else value(found) not in _OFF
