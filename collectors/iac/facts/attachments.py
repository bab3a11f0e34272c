"""To what security groups are attached, as far as the code shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from ..code import Code
from ..declared import Declared
from ..value import Unknown, references_in
from .security_groups import GROUPS, RULES

_NAMES = "security_group"
"""What is in the name of every argument that takes groups: `vpc_security_group_ids`, `security_groups`."""


class Attachments:
    """Group to what names it, found in one walk over the code; a group as the source of a rule is no attachment."""

    def __init__(self, code: Code) -> None:
        self._code = code
        self._of: dict[str, set[str]] = defaultdict(set)
        self._doubt: Unknown | None = None if code.complete else Unknown("partial")
        for user in code.resources:
            if user.type not in (*GROUPS, *RULES) and not user.type.startswith("data."):
                self._read(user)

    def of(self, group: Declared) -> list[str] | Unknown:
        """Return the ids of what a group is attached to; what exists, or the default group, may have more."""
        attached = sorted(self._of[group.address])
        if attached:
            return attached
        if group.type != GROUPS[0] or not group.is_new:
            return Unknown("not_in_source", operation="network interfaces of the group")
        return self._doubt or []

    def _read(self, user: Declared) -> None:
        for argument, value in user.values.items():
            for group in self._named(user, argument, value):
                self._of[group.address].add(f"{self._code.prefix}:{user.address}")

    def _named(self, user: Declared, argument: str, value: Any) -> Iterator[Declared]:
        for reference in (*references_in(value), *user.references.get(argument, ())):
            yield from (found for found in self._code.resolve(reference, user) if found.type in GROUPS)
        for named in _values_of(argument, value):
            found = self._code.named(named, user, GROUPS)
            if not isinstance(found, Unknown):
                yield from found
            elif not references_in(named) and not user.references.get(argument):
                self._doubt = self._doubt or found


def _values_of(argument: str, value: Any) -> Iterator[Any]:
    """Yield what the arguments hold that take groups, nested blocks included."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _values_of(name, inner)
    elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        for item in value:
            yield from _values_of(argument, item)
    elif _NAMES in argument and value is not None:
        yield value
