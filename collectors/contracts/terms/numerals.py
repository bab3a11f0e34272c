"""Whole numbers in figures, in Chinese numerals and in English words."""

from __future__ import annotations

import re

_CHARACTERS = "零 一壹 二贰两 三叁 四肆 五伍 六陆 七柒 八捌 九玖"
_DIGITS = {char: value for value, chars in enumerate(_CHARACTERS.split()) for char in chars}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIAD = "万"
_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_WORDS = {word: value for value, word in enumerate(_SMALL.split())}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}

CHINESE = f"[{''.join(_DIGITS)}{''.join(_UNITS)}{_MYRIAD}]+"
_WORD = "|".join(sorted({*_WORDS, *_TENS}, key=len, reverse=True))
_GREAT = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ENGLISH = rf"(?:an?|(?:{_WORD}|hundred)(?:(?:[ -]| and )(?:{_WORD}|{'|'.join(_GREAT)}))*)(?![a-z])"
_ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth twentieth
"""
_NTH = {**{word: value for value, word in enumerate(_ORDINALS.split(), start=1)}, "thirtieth": 30}
ORDINAL = rf"(?:(?:twenty|thirty)[ -])?(?:{'|'.join(sorted(_NTH, key=len, reverse=True))})(?![a-z])"
"""The number of a day in words, for patterns that ignore case."""
FIGURES = r"\d{1,3}(?:,\d{3})+|\d+"
NUMBER = rf"(?:{FIGURES}|{CHINESE}|{ENGLISH})"
"""A whole number, for patterns that ignore case."""


def whole(text: str) -> int:
    """Return the number that a match of `NUMBER` is."""
    text = text.strip().lower().replace(",", "")
    if text.isdigit():
        return int(text)
    return _chinese(text) if re.fullmatch(CHINESE, text) else _english(text)


def _chinese(text: str) -> int:
    high, myriad, low = text.rpartition(_MYRIAD)
    if myriad:
        return (_chinese(high) if high else 1) * 10_000 + (_chinese(low) if low else 0)
    if not any(char in _UNITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    total = digit = 0
    for char in text:
        if char in _UNITS:
            # Ten is written without a one before it.
            total, digit = total + (digit or 1) * _UNITS[char], 0
        else:
            digit = _DIGITS[char]
    return total + digit


def _english(text: str) -> int:
    total = part = 0
    for word in re.split(r"[ -]", text):
        if word == "hundred":
            part = (part or 1) * 100
        elif word in _GREAT:
            total, part = total + (part or 1) * _GREAT[word], 0
        elif word != "and":
            part += 1 if word in {"a", "an"} else _WORDS.get(word, 0) + _TENS.get(word, 0) + _NTH.get(word, 0)
    return total + part
