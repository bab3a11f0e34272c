"""What policies together allow a principal, as far as they could be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from ..policy import Statement


class Unread(NamedTuple):
    """Why a policy could not be read."""

    reason: str
    """One of `assay.collector.REASONS`."""
    operation: str = ""


@dataclass(frozen=True)
class Rights:
    """The policies of a principal together; service control policies are no part of them."""

    statements: Sequence[Statement]
    """Of all its policies that could be read: its own, those attached to it, and those of its groups."""
    unread: Unread | None = None
    """Why one of its policies could not be read."""
    boundary: Sequence[Statement] | Unread | None = None
    """Its permissions boundary, why that could not be read, or none."""
    may_deny: Unread | None = None
    """Why a policy could not be read that may take back what others grant; those that AWS manages do not."""
    is_extract: bool = False
    """Whether one of the policies is known by the shipped extract alone, so that it may grant more than stands here."""

    @cached_property
    def allows(self) -> list[Statement]:
        """What the policies grant, before anything narrows it."""
        return [statement for statement in self.statements if not statement.denies]

    @cached_property
    def denials(self) -> list[Statement]:
        """What is denied under all circumstances, by a policy or by the boundary."""
        return [s for s in chain(self.statements, self.ceiling or ()) if s.denies and not s.conditions]

    @property
    def ceiling(self) -> Sequence[Statement] | None:
        """The boundary where there is one and it was read."""
        return None if self.boundary is None or isinstance(self.boundary, Unread) else self.boundary
