"""Reading a record: a fact, or the reason why it is absent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeGuard

from assay.derive import Derivation, Missing, Record, View

from .moments import day_of, days_since, number_of

#: What registers and sources write in place of a date.
WORDS = frozenset({"none", "never", "unknown", "open_ended"})


def unread(record: Record, field: str) -> Missing:
    """Return why a field of a record is absent."""
    for entry in record.get("unread", ()):
        if entry["field"] == field:
            return Missing(entry["reason"], entry.get("operation", ""))
    return Missing()


def fact(record: Record, field: str) -> object:
    """Return a field, or why it is absent."""
    return record[field] if field in record else unread(record, field)


def moment(record: Record, field: str) -> str | Missing:
    """Return a date or time as it is written, its word, or why it is absent; no February has 30 days."""
    text = fact(record, field)
    if isinstance(text, Missing) or text in WORDS:
        return text if isinstance(text, Missing) else str(text)
    try:
        datetime.fromisoformat(str(text))
    except ValueError:
        return Missing("corrupt")
    return str(text)


def is_date(text: str | Missing) -> TypeGuard[str]:
    """Say whether what `moment` returned is a date or time, not a word and not absent."""
    return isinstance(text, str) and text not in WORDS


def age_of(field: str) -> Derivation:
    """Make the whole days since a date or time of the record; its word stands where there is none."""
    return _of_moment(field, days_since)


def day_number_of(field: str) -> Derivation:
    """Make the number of the day of a date or time; its word stands where there is none."""
    return _of_moment(field, lambda text, view: number_of(day_of(text, view.zone)))


def _of_moment(field: str, make: Callable[[str, View], object]) -> Derivation:
    def derived(record: Record, view: View) -> object:
        text = moment(record, field)
        return make(text, view) if is_date(text) else text

    return Derivation(derived)
