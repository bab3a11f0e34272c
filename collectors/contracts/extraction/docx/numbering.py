"""The numbers that Word shows before the paragraphs of automatic lists."""

from __future__ import annotations

import re
from collections import defaultdict
from xml.etree.ElementTree import Element

from . import names, numerals
from .styles import Styles

_LEVELS = 9
_PLACE = re.compile("%([1-9])")


class Numbering:
    """Counts the paragraphs of each list."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        elements = list(part) if part is not None else []
        self._styles = styles
        self._nums = {names.value(one, "numId"): one for one in elements if names.of(one) == "num"}
        self._lists = {names.value(one, "abstractNumId"): one for one in elements if names.of(one) == "abstractNum"}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def next(self, properties: Element | None) -> str:
        """Return the number of the next paragraph, or nothing where it stands in no list."""
        style = names.value(names.child(properties, "pStyle"))
        own, inherited = names.child(properties, "numPr"), self._styles.listed(style)
        num = names.value(names.child(own, "numId")) or names.value(names.child(inherited, "numId"))
        if num not in self._nums:
            return ""
        name = names.value(names.child(self._nums[num], "abstractNumId"))
        levels = self._levels(name)
        level = _integer(names.value(names.child(own, "ilvl")) or names.value(names.child(inherited, "ilvl")), -1)
        if level < 0:
            level = next((at for at, one in levels.items() if names.value(names.child(one, "pStyle")) == style), 0)
        if level not in levels:
            return ""
        self._count(num, name, level, levels)
        return self._shown(name, level, levels)

    def _levels(self, name: str) -> dict[int, Element]:
        found = self._lists.get(name)
        elements = found if found is not None else ()
        return {_integer(names.value(one, "ilvl"), -1): one for one in elements if names.of(one) == "lvl"}

    def _count(self, num: str, name: str, level: int, levels: dict[int, Element]) -> None:
        counts = self._counts[name]
        restart = self._restart(num, level) if (num, level) not in self._begun else None
        self._begun.add((num, level))
        if restart is not None:
            counts[level] = restart
        else:
            counts[level] = counts[level] + 1 if level in counts else _start(levels[level])
        for deeper in range(level + 1, _LEVELS):
            counts.pop(deeper, None)

    def _restart(self, num: str, level: int) -> int | None:
        """Return where a list that takes over the form of another begins anew."""
        for one in self._nums[num]:
            start = names.child(one, "startOverride")
            if start is not None and names.value(one, "ilvl") == str(level):
                return _integer(names.value(start), 1)
        return None

    def _shown(self, name: str, level: int, levels: dict[int, Element]) -> str:
        counts, legal = self._counts[name], names.switched(levels[level], "isLgl")

        def numeral(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = names.value(names.child(levels.get(at), "numFmt"))
            return numerals.write(counts.get(at, _start(levels.get(at))), "decimal" if legal else form)

        if names.value(names.child(levels[level], "numFmt")) in {"bullet", "none"}:
            return ""
        return _PLACE.sub(numeral, names.value(names.child(levels[level], "lvlText"))).strip()


def _start(level: Element | None) -> int:
    return _integer(names.value(names.child(level, "start")), 1)


def _integer(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < _LEVELS else default
