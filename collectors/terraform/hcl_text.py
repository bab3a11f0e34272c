"""The structure of a file of HCL: blocks, and the text of each argument's expression.

Computing values is the work of another program. This says where things stand and what they are written from, which
that program does not tell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from .hcl_lexing import CLOSING, OPENING, step

_SPACE = re.compile(r"(?:\s+|#[^\n]*|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
_INLINE = re.compile(r"(?:[ \t]+|/\*.*?\*/)*", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_][\w-]*")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


class HclError(Exception):
    """What is written is no HCL; the message is `line: what`."""


@dataclass
class Argument:
    """One argument: `name = text`."""

    text: str
    line: int


@dataclass
class Body:
    """What stands between two braces, or in a file."""

    arguments: dict[str, Argument] = field(default_factory=dict)
    blocks: list[Written] = field(default_factory=list)

    def of(self, type_: str) -> list[Written]:
        """Return the blocks of a type."""
        return [block for block in self.blocks if block.type == type_]


@dataclass
class Written:
    """A block: `type "label" ... { body }`."""

    type: str
    labels: list[str]
    body: Body
    line: int
    file: str = ""
    """Its file, relative to the folder that is read."""


def parse(text: str) -> Body:
    """Return the structure of a file; raises `HclError`."""
    reader = _Reader(text.removeprefix("\ufeff"))
    body, _ = reader.body(0, nested=False)
    return body


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = [match.start() for match in re.finditer("\n", text)]

    def body(self, at: int, nested: bool) -> tuple[Body, int]:
        """Return a body and the place behind it."""
        body = Body()
        while True:
            at = self._skip(_SPACE, at)
            if at >= len(self._text) or (nested and self._text[at] == "}"):
                if nested and at >= len(self._text):
                    raise HclError(f"{self._line(at)}: a block is not closed")
                return body, at + 1
            at = self._entry(body, at)

    def _entry(self, body: Body, at: int) -> int:
        name = _NAME.match(self._text, at)
        if name is None:
            raise HclError(f"{self._line(at)}: an argument or a block is expected")
        line = self._line(at)
        at = self._skip(_INLINE, name.end())
        if self._text.startswith("=", at):
            end = self._expression(at + 1)
            body.arguments[name[0]] = Argument(self._text[at + 1 : end].strip(), line)
            return end
        labels, at = self._labels(at)
        inner, at = self.body(at, nested=True)
        body.blocks.append(Written(name[0], labels, inner, line))
        return at

    def _labels(self, at: int) -> tuple[list[str], int]:
        labels = []
        while not self._text.startswith("{", at):
            label = _STRING.match(self._text, at) or _NAME.match(self._text, at)
            if label is None:
                raise HclError(f"{self._line(at)}: a block or `=` is expected")
            labels.append(label[1] if label[0].startswith('"') else label[0])
            at = self._skip(_INLINE, label.end())
        return labels, at + 1

    def _expression(self, at: int) -> int:
        """Return the end of an expression: the end of its line, outside of brackets."""
        depth = 0
        while at < len(self._text):
            after, mark = step(self._text, at)
            if depth == 0 and mark in "\n}":
                return at
            depth += (mark in OPENING) - (mark in CLOSING)
            at = after
        return at

    def _skip(self, pattern: re.Pattern[str], at: int) -> int:
        match = pattern.match(self._text, at)
        return match.end() if match else at

    def _line(self, at: int) -> int:
        return bisect_right(self._lines, at - 1) + 1
