"""A directory server as this collector sees it: a narrow interface, so that the library behind it can change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Scope = Literal["base", "subtree"]
Values = Mapping[str, Sequence[bytes]]
"""Attribute in lower case to its values as the server sent them."""


@dataclass(frozen=True)
class Entry:
    """One entry; it holds only the attributes that were asked for and shown."""

    dn: str
    values: Values

    def texts(self, name: str) -> list[str]:
        """Return the values of an attribute as text; bytes that are none are written as escapes."""
        return [value.decode("utf-8", "backslashreplace") for value in self.values.get(name.lower(), ())]

    def text(self, name: str) -> str | None:
        """Return the first value of an attribute, or None where the entry shows none."""
        return next(iter(self.texts(name)), None)


@dataclass(frozen=True)
class Referral:
    """A part of the tree that another server holds."""

    url: str


@dataclass(frozen=True)
class Cut:
    """The answer ends before everything was sent."""

    reason: str
    """One of the reasons of an unread fact."""
    code: str
    """What the server said, in the words of the protocol."""


@dataclass(frozen=True)
class Query:
    """One search."""

    name: str
    """What it reads, in the words of the ledger."""
    base: str
    filter: str
    attributes: Sequence[str] = ()
    """Nothing but the names of the entries where there are none."""
    scope: Scope = "subtree"
    at_most: int = 0
    """How many entries are wanted; 0: all."""


class Directory(Protocol):
    """An open connection; it can search and nothing else."""

    def about(self) -> Entry:
        """Return what the server says of itself (the root DSE); empty where it does not."""

    def whoami(self) -> str:
        """Return as whom the server knows the reader; empty where it does not say."""

    def search(self, query: Query) -> Iterator[Entry | Referral | Cut]:
        """Yield what is found, page by page; a cut comes last."""

    def close(self) -> None:
        """End the connection."""
