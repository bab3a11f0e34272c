"""Numbers of lists in the forms that Word knows."""

from __future__ import annotations

import re

_ROMAN = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")]
_ROMAN += [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
_DIGITS = "零一二三四五六七八九"
_UNITS = [(1000, "千"), (100, "百"), (10, "十"), (1, "")]
_ZEROS = re.compile(f"{_DIGITS[0]}+")
_CIRCLED = {number: chr(0x2460 + number - 1) for number in range(1, 21)}
_CHINESE = {"chineseCounting", "chineseCountingThousand", "taiwaneseCountingThousand", "japaneseCounting"}
_MOST = 9_999


def write(number: int, form: str) -> str:
    """Write a number in one of Word's forms; one that is not known here is written in digits."""
    if not 1 <= number <= _MOST:
        return str(number)
    match form:
        case "lowerLetter":
            return _letters(number)
        case "upperLetter":
            return _letters(number).upper()
        case "lowerRoman":
            return _roman(number)
        case "upperRoman":
            return _roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese":
            return _CIRCLED.get(number, str(number))
    return _chinese(number) if form in _CHINESE else str(number)


def _letters(number: int) -> str:
    """Word repeats the letter after z: aa, bb."""
    times, at = divmod(number - 1, 26)
    return chr(ord("a") + at) * (times + 1)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


def _chinese(number: int) -> str:
    """101 is 一百零一, 10 is 十."""
    text = ""
    for value, unit in _UNITS:
        digit, number = divmod(number, value)
        text += _DIGITS[digit] + unit if digit else _DIGITS[0]
    text = _ZEROS.sub(_DIGITS[0], text).strip(_DIGITS[0])
    return text[1:] if text.startswith("一十") else text
