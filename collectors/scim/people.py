"""The person behind an account, who answers for it, and of what kind it is: by attributes that the user may choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assay.collector import Resource
from assay.derive import Missing

from ..identity import facts, kinds, persons
from .groups import User
from .options import MAILS, NUMBERS
from .values import Deviations, attribute, several, text

_NO_KIND = Missing("not_in_source", "no employee number and no line of kinds: tells what it is")


class People:
    """Answers for the accounts of one source."""

    def __init__(self, options: Mapping[str, Any], deviations: Deviations) -> None:
        self._numbers = options.get("numbers", NUMBERS)
        self._mails = options.get("mails", MAILS)
        self._complete = bool(options.get("complete", False))
        self._loose = options.get("loose", ())
        self._lines = options.get("kinds", ())
        self._deviations = deviations
        self._known: dict[str, list[str]] = {}
        """Id of an account to how it names its person."""

    def of(self, user: User, name: str) -> tuple[Mapping[str, object], str]:
        """Return the facts on person and kind, and the basis of the kind."""
        keys = self._keys(user)
        self._known[text(user.get("id"))] = keys
        declared = kinds.declared(self._lines, name=[name], user_type=[text(user.get("usertype"))])
        numbered = any(text(value).strip() for value in self._values(user, self._numbers))
        kind = declared or ("human" if numbered else _NO_KIND)
        looked_at = ", ".join([*self._numbers, *self._mails])
        found = facts.of_person(keys, kind, complete=self._complete, looked_at=looked_at)
        owner = {"owner_staff_id": Missing("not_in_source", "kept in a register")}
        return {**found, **owner, "kind": kind}, "declared" if declared else "observed"

    def manager(self, user: User) -> str:
        """Return the id of the account that is given as manager; of an account of no person, its owner."""
        given = attribute(user, "manager", self._deviations)
        if isinstance(given, Mapping):
            return text(given.get("value"))
        if given is not None:
            self._deviations.add("gives the manager as text")
        return text(given)

    def settle_owner(self, account: Resource, manager: str) -> None:
        """State who answers for an account, when all accounts have been seen."""
        keys = self._known.get(manager, [])
        facts.state(account, facts.of_owner(keys, complete=self._complete, looked_at="manager"))

    def _keys(self, user: User) -> list[str]:
        numbers = (text(value) for value in self._values(user, self._numbers))
        return persons.keys(numbers, (text(value) for value in self._values(user, self._mails)), self._loose)

    def _values(self, user: User, names: Sequence[str]) -> Iterator[object]:
        """Yield the values of attributes; of a list like `emails` the primary one first."""
        for name in names:
            for value in sorted(several(attribute(user, name, self._deviations)), key=_is_secondary):
                yield value.get("value") if isinstance(value, Mapping) else value


def _is_secondary(value: object) -> bool:
    return not (isinstance(value, Mapping) and value.get("primary") in (True, "true", "True"))
