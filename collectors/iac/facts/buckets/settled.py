"""Values of arguments in the answers that declared buckets give."""

from __future__ import annotations

from typing import TypeVar

from ....aws.answers import Unread
from ...block import Block
from ...value import Unknown

T = TypeVar("T")


class NotSettled(Exception):
    """An argument that an answer needs is not known."""

    def __init__(self, unknown: Unknown) -> None:
        super().__init__(unknown.reason)
        self.unknown = unknown


def settled(value: T | Unknown) -> T:
    """Return a value; raises `NotSettled` where it is not known."""
    if isinstance(value, Unknown):
        raise NotSettled(value)
    return value


def needed(block: Block, name: str) -> list[Block]:
    """Return blocks that the resource cannot do without; raises `NotSettled` where a plan does not show them yet."""
    return settled(block.blocks(name) or Unknown())


def leaf(value: T | Unknown, argument: str) -> T | Unread:
    """Return a value for the inside of an answer, of which the rest may be known."""
    return unread(value, argument) if isinstance(value, Unknown) else value


def unread(unknown: Unknown, argument: str) -> Unread:
    """Return what an unknown value means for the facts that hang on it."""
    return Unread(unknown.reason, unknown.operation or argument)
