"""How a person is named: one spelling for what a roster and a directory write in different ways."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from ..register import fold

#: What may be left out of a name, where the user says so on both sides.
LOOSE: Mapping[str, Callable[[str], str]] = {
    "leading_zeros": lambda name: name if "@" in name else name.lstrip("0") or name,
    "plus_tags": lambda name: _in_mailbox(name, lambda box: box.partition("+")[0]),
    "dots": lambda name: _in_mailbox(name, lambda box: box.replace(".", "")),
}
OPTION: Mapping[str, Any] = {
    "type": "array",
    "items": {"enum": list(LOOSE)},
    "description": "what does not count in names of persons; say the same of the roster and of the accounts",
}


def by_number(number: str) -> str:
    """Return the reference to a person by employee number; width, case and blanks do not count."""
    return f"staff:{fold.width(number).casefold()}"


def by_mail(address: str) -> str:
    """Return the reference to a person by e-mail address."""
    return fold.width(address).casefold()


def keys(numbers: Iterable[str], mails: Iterable[str], loose: Collection[str] = ()) -> list[str]:
    """Return the references to one person, each once: those by number first, loose ones last."""
    numbers, mails = [number for number in numbers if number.strip()], [address for address in mails if "@" in address]
    exact = [*map(by_number, numbers), *map(by_mail, mails)]
    return list(dict.fromkeys([*exact, *loosely(numbers, mails, loose)]))


def loosely(numbers: Iterable[str], mails: Iterable[str], loose: Collection[str]) -> list[str]:
    """Return the references without what does not count; they look like no exact one, which goes before them."""
    if not loose:
        return []
    names = [*(fold.width(number).casefold() for number in numbers), *map(by_mail, mails)]
    return [f"staff~{_loosened(name, loose)}" for name in names]


def _loosened(name: str, loose: Collection[str]) -> str:
    for what, leave_out in LOOSE.items():
        if what in loose:
            name = leave_out(name)
    return name


def _in_mailbox(name: str, leave_out: Callable[[str], str]) -> str:
    """Change what stands before the @ of an address."""
    box, at, domain = name.rpartition("@")
    return f"{leave_out(box) or box}{at}{domain}" if at else name
