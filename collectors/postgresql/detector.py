"""Guesses what a column holds from its name and type, and never from its values."""

from __future__ import annotations

import re

from .categories import ABOUT, DATES_HOLD_ONLY, NUMBERS_HOLD_NO, OF_TYPE, PERSON_TABLES, PHRASES

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def detect(table: str, column: str, data_type: str, type_category: str) -> str:
    """Return the category that a column looks like, `none` where it looks like nothing.

    The category of a type is that of pg_type: S text, N numbers, D dates, B booleans.
    """
    if type_category == "B":
        return "none"
    category = _of_name(table, column)
    if type_category == "N" and category in NUMBERS_HOLD_NO:
        return "none"
    if type_category == "D" and category not in DATES_HOLD_ONLY:
        return "none"
    return category if category != "none" else OF_TYPE.get(data_type, "none")


def _of_name(table: str, column: str) -> str:
    words = _words(column)
    if words == ["name"]:
        return "name" if any(word.removesuffix("s") in PERSON_TABLES for word in _words(table)) else "none"
    found = [phrase for phrase in PHRASES if _holds(words, phrase)]
    if not found:
        return "none"
    longest = max(found, key=len)
    if words[-1] in ABOUT and words[-1] not in longest.split():
        return "none"
    return PHRASES[longest]


def _words(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(_CAMEL.sub("_", name))]


def _holds(words: list[str], phrase: str) -> bool:
    """Say whether a phrase stands in a name: Chinese anywhere, other words as whole words side by side."""
    if _CHINESE.search(phrase):
        return phrase in "".join(words)
    return f" {phrase} " in f" {' '.join(words)} "
