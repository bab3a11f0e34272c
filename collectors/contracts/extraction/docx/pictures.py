"""Pictures of a size that may hold text: a contract or an annex is at times pasted as a scan."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from . import names

_LARGE = 200.0
"""Square centimetres, a third of a page; logos, seals and signatures are smaller."""
_EMU = 360_000
_POINTS = 28.35
_SIDE = re.compile(r"(?:^|;)\s*(width|height):([0-9.]+)pt")


def large(element: Element, name: str) -> bool:
    """Say whether an element is the frame of a large picture."""
    if name in {"inline", "anchor"}:
        extent = names.child(element, "extent")
        sides = [_number(names.value(extent, side)) / _EMU for side in ("cx", "cy")]
        pictured = any(names.of(one) == "blip" for one in element.iter())
    elif name == "shape":
        stated = dict(_SIDE.findall(element.get("style", "")))
        sides = [_number(stated.get(side, "")) / _POINTS for side in ("width", "height")]
        pictured = names.child(element, "imagedata") is not None
    else:
        return False
    return pictured and sides[0] * sides[1] >= _LARGE


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
