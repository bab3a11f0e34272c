"""Full wildcards that one policy contributes to what its holder may do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assay.collector import Resource

from ....aws.permissions import Level, Rights, Unread, level_of, names_all_actions, names_all_resources
from ....aws.policy import Statement
from .documents import Document

_ALONE = Rights(())


@dataclass(frozen=True)
class Flags:
    """The three facts on wildcards of a grant."""

    level: Level
    action: bool
    resource: bool

    def state(self, resource: Resource) -> None:
        """State them."""
        resource.state("wildcard_action", self.action)
        resource.state("wildcard_resource", self.resource)
        resource.state("wildcard_level", self.level)


NONE = Flags("none", False, False)


def flags_of(document: Document, rights: Rights = _ALONE) -> Flags | Unread:
    """Return the flags of a policy after Deny and boundary of its holder, or why they cannot be told.

    What narrows can take a wildcard away, never add one: so none is a fact as soon as the policy itself was read,
    and one is a fact only when all that could take it back was read.
    """
    level = level_of(document.statements, rights)
    if document.possible and level_of([*document.statements, *document.possible], rights) != level:
        return Unread("known_after_apply", "Action, Resource")
    if document.unread is not None:
        return document.unread
    if level == "none":
        return _narrow(document.statements)
    if isinstance(rights.boundary, Unread):
        return rights.boundary
    return rights.may_deny or Flags(level, True, True)


def _narrow(statements: Sequence[Statement]) -> Flags:
    """Return the flags where no statement is left that has both wildcards."""
    granted = [statement for statement in statements if not statement.denies]
    action = any(names_all_actions(s) and not names_all_resources(s) for s in granted)
    return Flags("none", action, not action and any(map(names_all_resources, granted)))


def tell(resource: Resource, flags: Flags | Unread) -> None:
    """State the flags, or why they cannot be told."""
    if isinstance(flags, Flags):
        flags.state(resource)
        return
    for field in ("wildcard_action", "wildcard_resource", "wildcard_level"):
        resource.miss(field, flags.reason, flags.operation)
