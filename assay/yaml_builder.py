"""Builds a value from the events of a YAML parser, within bounds and without recursion."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from typing import Any, NoReturn

import yaml

from assay.errors import ConfigError

MAX_DEPTH = 64
MAX_COPIED = 10_000
"""Nodes (long texts count for several) that all aliases of a document together may stand for."""

Where = tuple[str | int, ...]

_CONSTANTS = {
    spelling: value
    for word, value in (("true", True), ("false", False), ("null", None))
    for spelling in (word, word.title(), word.upper())
} | {"": None, "~": None}
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,15}")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]{0,15})\.[0-9]{1,16}")


@dataclass
class _Node:
    """A finished node, or a collection that is still open."""

    value: Any
    size: int = 1
    height: int = 0
    where: Where = ()
    anchor: str | None = None
    key: str | None = None
    """The key that waits for its value, in an open mapping."""

    def next(self) -> Where:
        return (*self.where, len(self.value) if self.key is None else self.key)

    def take(self, child: _Node) -> None:
        self.size += child.size
        self.height = max(self.height, child.height + 1)
        if self.key is None:
            self.value.append(child.value)
        else:
            self.value[self.key] = child.value
            self.key = None


@dataclass
class Builder:
    """Builds the value from the parser's events, one node at a time and without recursion."""

    name: str
    root: _Node | None = None
    open: list[_Node] = field(default_factory=list)
    anchors: dict[str, _Node] = field(default_factory=dict)
    copied: int = 0
    lines: dict[Where, int] = field(default_factory=dict)

    def take(self, event: Any) -> None:
        """Take the next event; raises `ConfigError` with file, line and column."""
        if getattr(event, "tag", None) is not None:
            self._refuse(event, f"tags ({event.tag}) are not read")
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._begin(event, {})
            case yaml.SequenceStartEvent():
                self._begin(event, [])
            case yaml.CollectionEndEvent():
                self._finish(self.open.pop())
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent() if self.root is not None:
                self._refuse(event, "a second document; one file holds one")

    def _refuse(self, event: Any, what: str) -> NoReturn:
        mark = event.start_mark
        raise ConfigError(f"{self.name}:{mark.line + 1}:{mark.column + 1}: {what}")

    def _begin(self, event: Any, value: dict[str, Any] | list[Any]) -> None:
        if self._wants_key():
            self._refuse(event, "a key has to be text, not a list or a mapping")
        if len(self.open) >= MAX_DEPTH:
            self._refuse(event, f"is nested more than {MAX_DEPTH} levels deep")
        self.open.append(_Node(value, where=self._place(event), anchor=event.anchor))

    def _scalar(self, event: Any) -> None:
        if self._wants_key():
            self._key(event)
            return
        self._place(event)
        value = _resolve(event.value) if event.implicit[0] else event.value
        self._finish(_Node(value, size=1 + len(event.value) // 32, anchor=event.anchor))

    def _alias(self, event: Any) -> None:
        if self._wants_key():
            self._refuse(event, "a key has to be text, not an alias")
        node = self.anchors.get(event.anchor)
        if node is None:
            self._refuse(event, f"*{event.anchor} stands for nothing above it")
        self.copied += node.size
        if self.copied > MAX_COPIED or len(self.open) + node.height > MAX_DEPTH:
            self._refuse(event, "the aliases of this file stand for too much; write it out")
        self._place(event)
        self._finish(_Node(copy.deepcopy(node.value), node.size, node.height))

    def _wants_key(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1].value, dict) and self.open[-1].key is None

    def _key(self, event: Any) -> None:
        mapping = self.open[-1]
        if event.value == "<<" and event.implicit[0]:
            self._refuse(event, "merge keys (<<) are not read; write the keys out")
        if event.value in mapping.value:
            self._refuse(event, f"the key {event.value!r} stands here twice")
        mapping.key = event.value

    def _place(self, event: Any) -> Where:
        where = self.open[-1].next() if self.open else ()
        self.lines[where] = event.start_mark.line + 1
        return where

    def _finish(self, node: _Node) -> None:
        if node.anchor is not None:
            self.anchors[node.anchor] = node
        if self.open:
            self.open[-1].take(node)
        else:
            self.root = node


def _resolve(text: str) -> object:
    """Return what a plain scalar says; only the canonical spelling of a number is a number."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text) and abs(int(text)) < 2**53:
        return int(text)
    if _FLOAT.fullmatch(text) and repr(float(text)) == text:
        return float(text)
    return text
