"""What a read can come to: something is set, provably nothing is set, or it could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from assay.collector import Resource


@dataclass(frozen=True)
class Found:
    """Something is set."""

    value: Any


@dataclass(frozen=True)
class NotSet:
    """The source says that nothing is set."""


@dataclass(frozen=True)
class Unread:
    """The source did not say."""

    reason: str
    operation: str

    def miss(self, resource: Resource, fields: Iterable[str]) -> None:
        """Leave fields of a resource unread for this reason."""
        for field in fields:
            resource.miss(field, self.reason, self.operation)


Answer = Found | NotSet | Unread


def settle(resource: Resource, field: str, value: object) -> None:
    """State a field, or leave it unread where its value is `Unread`."""
    if isinstance(value, Unread):
        value.miss(resource, [field])
    else:
        resource.state(field, value)
