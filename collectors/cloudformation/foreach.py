"""Writes the loops of the language extensions out: `Fn::ForEach::Name: [identifier, collection, body]`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from .template import Template, TemplateFailed

LOOP = "Fn::ForEach::"
_MAX_ENTRIES = 200_000
_SECTIONS = ("Resources", "Conditions", "Outputs")
_UNSAFE = re.compile(r"[^0-9a-zA-Z]+")


class Loops:
    """Writes the loops of one template out; `evaluate` gives what a collection holds."""

    def __init__(self, template: Template, evaluate: Callable[[Any], Any]) -> None:
        self._template = template
        self._evaluate = evaluate
        self._made = 0
        self._place = ("", "")
        self.unread: list[str] = []
        """Loops whose collection is not known."""

    def written_out(self) -> Template:
        """Return the template without loops; raises `TemplateFailed`."""
        content = dict(self._template.content)
        lines = {section: dict(entries) for section, entries in self._template.lines.items()}
        for section in _SECTIONS:
            content[section] = {}
            for key, value in self._template.section(section).items():
                self._place = (section, key)
                made = self._walk({key: value}, {})
                content[section] |= made
                if key.startswith(LOOP):
                    # What a loop makes stands where the loop stands.
                    lines.setdefault(section, {}).update(dict.fromkeys(made, self._template.line(section, key)))
        return replace(self._template, content=content, lines=lines)

    def _walk(self, node: Any, named: Mapping[str, str]) -> Any:
        if isinstance(node, list):
            self._spend(len(node))
            return [self._walk(item, named) for item in node]
        if isinstance(node, str):
            return _named(node, named)
        if not isinstance(node, dict):
            return node
        if node.keys() == {"Ref"} and isinstance(node["Ref"], str) and node["Ref"] in named:
            return named[node["Ref"]]
        self._spend(len(node))
        made: dict[str, Any] = {}
        for key, value in node.items():
            if key.startswith(LOOP):
                made |= self._loop(key, value, named)
            else:
                made[_named(key, named)] = self._walk(value, named)
        return made

    def _spend(self, entries: int) -> None:
        self._made += entries
        if self._made > _MAX_ENTRIES:
            raise TemplateFailed("limit", f"{self._template.path}: its loops make more than {_MAX_ENTRIES:,} entries")

    def _loop(self, key: str, value: Any, named: Mapping[str, str]) -> dict[str, Any]:
        if not isinstance(value, list) or len(value) != 3 or not isinstance(value[0], str):
            what = f"{key} is no loop; it takes an identifier, a collection and a body"
            raise self._template.failure(what, *self._place)
        items = self._evaluate(self._walk(value[1], named))
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            self.unread.append(key.removeprefix(LOOP))
            return {key: value}
        made: dict[str, Any] = {}
        for item in items:
            made |= self._walk(value[2], {**named, value[0]: item})
        return made


def _named(text: str, named: Mapping[str, str]) -> str:
    for name, value in named.items():
        text = text.replace("${" + name + "}", value).replace("&{" + name + "}", _UNSAFE.sub("", value))
    return text
