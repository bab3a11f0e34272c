"""How a person is named: one spelling for what a roster and a directory write in different ways."""

from __future__ import annotations

from collections.abc import Iterable

from ..register import fold


def by_number(number: str) -> str:
    """Return the reference to a person by employee number; width, case and blanks do not count."""
    return f"staff:{fold.width(number).casefold()}"


def by_mail(address: str) -> str:
    """Return the reference to a person by e-mail address."""
    return fold.width(address).casefold()


def keys(numbers: Iterable[str], mails: Iterable[str]) -> list[str]:
    """Return the references to one person, those by number first, each once."""
    named = [by_number(number) for number in numbers if number.strip()]
    mailed = [by_mail(address) for address in mails if "@" in address]
    return list(dict.fromkeys([*named, *mailed]))
