"""Which resources of the code one item of an argument means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...code import Code
from ...declared import Declared
from ...value import Unknown

_LISTS = frozenset({"managed_policy_arns", "policy_arns"})


def items_of(user: Declared, argument: str) -> list[Any]:
    """Return the items of a list, or the only value of an argument; nothing where it is not set.

    Of a list that is not known a plan tells what it refers to, and not what else is written in it.
    """
    value = user.values.get(argument)
    if isinstance(value, Unknown) and argument in _LISTS:
        return [value, Unknown(value.reason, operation=argument)]
    return [item for item in (value if isinstance(value, list) else [value]) if item not in (None, "")]


def meant(code: Code, user: Declared, argument: str, item: Any, types: Sequence[str]) -> list[Declared] | Unknown:
    """Return the resources that an item means; the expression decides between several of one name."""
    found = code.named(item, user, types)
    if isinstance(found, Unknown) or len(found) < 2:
        return found
    written = {r.address for reference in user.references.get(argument, ()) for r in code.resolve(reference, user)}
    return [one for one in found if one.address in written] or found
