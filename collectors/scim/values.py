"""Values as servers really send them: names in any case, booleans as words, one thing where a list belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from assay.derive import Missing

ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user"
_OF_ENTERPRISE = frozenset("employeenumber costcenter organization division department manager".split())
_WORDS = {"true": True, "false": False}
#: Names in the spelling of the RFCs; those in another are told.
_CANONICAL = {
    name.lower(): name
    for name in (
        "userName externalId displayName userType employeeNumber lastModified totalResults itemsPerPage startIndex "
        "nextCursor Resources emails groups members active schemas"
    ).split()
}


@dataclass
class Deviations:
    """In what a server departs from SCIM 2.0, and how often; it is told and read all the same."""

    seen: dict[str, int] = field(default_factory=dict)

    def add(self, what: str) -> None:
        """Count one."""
        self.seen[what] = self.seen.get(what, 0) + 1

    def notes(self) -> Iterator[str]:
        """Yield a line for each."""
        for what, times in sorted(self.seen.items()):
            yield f"the server deviates from SCIM 2.0: {what} ({times} times)"


def lowered(value: Any, deviations: Deviations) -> Any:
    """Return a payload with its names in lower case, as the RFC wants them compared."""
    if isinstance(value, list):
        return [lowered(item, deviations) for item in value]
    if not isinstance(value, Mapping):
        return value
    for name in value:
        if _CANONICAL.get(str(name).lower(), name) != name:
            deviations.add(f"writes {_CANONICAL[str(name).lower()]} in another case")
    return {str(name).lower(): lowered(item, deviations) for name, item in value.items()}


def boolean(value: object, name: str, deviations: Deviations) -> bool | Missing:
    """Return a truth value."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in _WORDS:
        deviations.add(f"writes {name} as text")
        return _WORDS[value.strip().lower()]
    return Missing("not_in_source", f"the account has no {name}") if value is None else Missing("corrupt", name)


def number(value: object) -> int | None:
    """Return a whole number that is not negative, written as one or as digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value if value >= 0 else None
    return int(value) if isinstance(value, str) and value.isdecimal() else None


def text(value: object) -> str:
    """Return a text; a number counts as its digits, anything else as none."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def several(value: object) -> list[Any]:
    """Return the values of an attribute that may have many."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def moment(value: object) -> datetime | Missing:
    """Return a time; one without an offset is that of UTC, as the RFC's examples are."""
    try:
        found = datetime.fromisoformat(text(value))
    except ValueError:
        return Missing("corrupt" if value else "not_in_source", "the account has no such time")
    return found if found.tzinfo else datetime.fromisoformat(f"{text(value)}+00:00")


def attribute(user: Mapping[str, Any], name: str, deviations: Deviations) -> Any:
    """Return an attribute of a user; some servers put those of the enterprise extension beside the others."""
    extension = user.get(ENTERPRISE)
    if isinstance(extension, Mapping) and name.lower() in extension:
        return extension[name.lower()]
    if name.lower() in user and name.lower() in _OF_ENTERPRISE:
        deviations.add(f"puts {name} outside its extension")
    return user.get(name.lower())
