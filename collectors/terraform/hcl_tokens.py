"""The words and marks of an expression of HCL, one after the other."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from . import hcl_lexing


class NotRead(Exception):
    """The expression is none that this reader knows."""


class Token(NamedTuple):
    """A number, a name, a mark, or what stands between two quotes."""

    kind: str
    text: str
    begins_line: bool


_TOKEN = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_][\w-]*)|"
    r"(?P<mark>\.\.\.|=>|==|!=|<=|>=|&&|\|\||[-+*/%<>!?:=.,()\[\]{}])"
)
_BLANK = re.compile(r"(?:\s+|#[^\n]*|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
_END = Token("end", "", True)


class Tokens:
    """The tokens of a text, and the place that a parser has come to."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._at = 0

    @property
    def next(self) -> Token:
        """The token that has not been taken yet."""
        return self._tokens[self._at] if self._at < len(self._tokens) else _END

    @property
    def is_at_end(self) -> bool:
        """Whether there is no token left."""
        return self._at >= len(self._tokens)

    def step(self) -> Token:
        """Take a token, whatever it is."""
        found = self.next
        self._at += 1
        return found

    def is_at(self, marks: Container[str], in_lines: bool = False) -> bool:
        """Whether one of these marks is next; `in_lines` says that a line ends what goes before."""
        return self.next.kind == "mark" and self.next.text in marks and not (in_lines and self.next.begins_line)

    def takes(self, mark: str, in_lines: bool = False) -> bool:
        """Take a mark if it is next."""
        found = self.is_at((mark,), in_lines)
        self._at += found
        return found

    def expect(self, mark: str) -> None:
        """Take a mark; raises `NotRead` where another is next."""
        if not self.takes(mark):
            raise NotRead


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    while True:
        blank = _BLANK.match(text, at)
        begins_line = bool(blank and "\n" in blank[0])
        at = blank.end() if blank else at
        if at >= len(text):
            return
        if text[at] == '"':
            end = hcl_lexing.skip_string(text, at)
            yield Token("text", text[at + 1 : end - 1], begins_line)
        else:
            match = _TOKEN.match(text, at)
            if match is None or match.lastgroup is None:
                raise NotRead
            yield Token(match.lastgroup, match[0], begins_line)
            end = match.end()
        at = end
