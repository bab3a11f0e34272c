"""A fact, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from assay.collector import Resource

Row = dict[str, Any]
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Unread:
    """What was tried and could not be read."""

    reason: str
    operation: str = ""


class UnreadError(Exception):
    """A fact needs what could not be read."""

    def __init__(self, unread: Unread) -> None:
        super().__init__(unread.reason, unread.operation)
        self.unread = unread


def need(value: T | Unread) -> T:
    """Return what was read; raises `UnreadError` where it was not."""
    if isinstance(value, Unread):
        raise UnreadError(value)
    return value


def attempt(make: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | Unread:
    """Make a fact, or return why there is none."""
    try:
        return make(*args, **kwargs)
    except UnreadError as error:
        return error.unread


def state(resource: Resource, facts: Mapping[str, object], basis: str | None = None) -> None:
    """State what was read and list the rest as unread."""
    for name, value in facts.items():
        if isinstance(value, Unread):
            resource.miss(name, value.reason, value.operation)
        else:
            resource.state(name, value, basis)
