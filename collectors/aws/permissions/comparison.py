"""Whether one principal has rights that another lacks."""

from __future__ import annotations

from ..policy import Statement
from ..policy.patterns import covers_pattern
from .rights import Rights


def exceeds(theirs: Rights, mine: Rights) -> bool | None:
    """Say whether the first has rights beyond those of the second; None where that cannot be told."""
    if all(any(_covers(own, statement) for own in mine.allows) for statement in theirs.allows):
        is_told = theirs.unread is None and not theirs.is_extract and mine.boundary is None and not mine.denials
        return False if is_told else None
    return True if theirs.boundary is None and not theirs.denials else None


def _covers(wide: Statement, narrow: Statement) -> bool:
    """Whether all that one statement grants is granted by the other."""
    if wide.excepted_actions or wide.excepted_resources or narrow.excepted_actions or narrow.excepted_resources:
        return wide == narrow
    return (
        set(wide.conditions) <= set(narrow.conditions)
        and all(any(covers_pattern(one, action) for one in wide.actions) for action in narrow.actions)
        and all(any(covers_pattern(one, resource) for one in wide.resources) for resource in narrow.resources)
    )
