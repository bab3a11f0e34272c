"""What expressions of HCL are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Literal:
    """A number, a truth value, null or a text without templates."""

    value: Any


@dataclass(frozen=True, slots=True)
class Template:
    """A text with expressions in it."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list as it is written."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A map as it is written."""

    entries: tuple[tuple[Node, Node], ...]


@dataclass(frozen=True, slots=True)
class For:
    """`[for k, v in over : value if condition]`, or with a key in braces."""

    names: tuple[str, ...]
    over: Node
    key: Node | None
    value: Node
    condition: Node | None


@dataclass(frozen=True, slots=True)
class Name:
    """The beginning of a traversal."""

    text: str


@dataclass(frozen=True, slots=True)
class Index:
    """One step of a traversal, by an attribute or an index."""

    of: Node
    key: Node


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a function; `spread` where the last argument is a list of arguments."""

    name: str
    arguments: tuple[Node, ...]
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """`condition ? yes : no`."""

    condition: Node
    yes: Node
    no: Node


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator with its operands, one or two."""

    operator: str
    operands: tuple[Node, ...]


Node = Literal | Template | Items | Entries | For | Name | Index | Call | Choice | Operation
