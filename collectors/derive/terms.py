"""Dates of agreements: days from them to the day of judging, and what that says about past and future."""

from __future__ import annotations

import re

from assay.derive import Derivation, Missing, Record, View

from .moments import days_since
from .reading import WORDS, unread

_DURATION = re.compile(r"([0-9]+) (day|working_day|month|year)s?")
# The longest span that a unit can be, so that a term is never judged shorter than it was agreed.
_DAYS = {"day": (1, 1), "working_day": (7, 5), "month": (31, 1), "year": (366, 1)}


def since(record: Record, field: str, view: View) -> int | str | Missing:
    """Return the whole days since a date, below zero where it lies ahead; its word where there is no date."""
    text = record.get(field)
    if text is None:
        return unread(record, field)
    if text in WORDS:
        return str(text)
    try:
        return days_since(text, view)
    except ValueError:  # a day that no month has
        return Missing("corrupt")


def happened(record: Record, field: str, view: View) -> bool | None:
    """Return whether a date is reached; "none" and "never" are not."""
    days = since(record, field, view)
    if isinstance(days, Missing):
        return None
    return isinstance(days, int) and days >= 0


def not_over(record: Record, field: str, view: View) -> bool | None:
    """Return whether a last day is not over; what is open ended is not."""
    days = since(record, field, view)
    if isinstance(days, Missing):
        return None
    return not isinstance(days, int) or days <= 0


def days_since_date(field: str) -> Derivation:
    """Make the days since a date a fact."""
    return Derivation(lambda record, view: since(record, field, view))


def days_of_duration(field: str, *words: str) -> Derivation:
    """Make a duration as written ("5 working_days") a number of days; the words stand for themselves."""

    def make(record: Record, view: View) -> object:
        text = record.get(field)
        if text is None or text in words:
            return unread(record, field) if text is None else text
        match = _DURATION.fullmatch(text)
        if match is None:
            return Missing("unsupported")
        days, per = _DAYS[match[2]]
        return -(-int(match[1]) * days // per)

    return Derivation(make)
