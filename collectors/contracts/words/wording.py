"""A pattern over two scripts that looks for each only where its script stands."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from functools import cached_property

_LATIN = re.compile("[A-Za-z]")
_UPPER = re.compile(r"(\\.)|([A-Z]+)")
_NEVER = "(?!)"


class Wording:
    """What may stand for one thing, whatever the case; it is used as a compiled pattern is.

    Alternatives that ignore case are tried one by one at every character. So Chinese ones are not put to English
    text, and English ones are put to the text in small letters: that takes a tenth of the time.
    """

    def __init__(self, chinese: str, english: str) -> None:
        self.pattern = f"(?:{'|'.join(part for part in (chinese, english) if part) or _NEVER})"
        self._sources = chinese or _NEVER, english or _NEVER
        # What asks for a capital has to see them.
        self._cased = "(?-i:" in english
        self._last: tuple[str, re.Match[str] | None] | None = None

    @cached_property
    def _either(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.IGNORECASE)

    @cached_property
    def _chinese(self) -> re.Pattern[str]:
        return re.compile(self._sources[0], re.IGNORECASE)

    @cached_property
    def _english(self) -> re.Pattern[str]:
        source = self._sources[1]
        if self._cased:
            return re.compile(source, re.IGNORECASE)
        return re.compile(_UPPER.sub(lambda match: match[1] or match[2].lower(), source))

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match."""
        if start or end is not None:
            return self._either.search(text, start, len(text) if end is None else end)
        # The cues of a clause put the same pattern to the same sentence.
        if self._last is None or self._last[0] is not text:
            self._last = text, self._found(text)
        return self._last[1]

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match at a place."""
        return self._either.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of the whole text."""
        return self._either.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield every match."""
        return self._either.finditer(text) if self.search(text) else iter(())

    def sub(self, replaced: Callable[[re.Match[str]], str], text: str) -> str:
        """Return the text with something else in place of every match."""
        return self._either.sub(replaced, text) if self.search(text) else text

    def _found(self, text: str) -> re.Match[str] | None:
        if text.isascii():
            return self._in_english(text)
        chinese = self._chinese.search(text)
        english = self._in_english(text) if _LATIN.search(text) else None
        if chinese is None or english is None:
            return chinese or english
        return min(chinese, english, key=lambda match: match.start())

    def _in_english(self, text: str) -> re.Match[str] | None:
        if self._cased:
            return self._english.search(text)
        found = self._english.search(_lowered(text))
        return self._either.match(text, found.start()) if found else None


@functools.lru_cache(maxsize=16)
def _lowered(text: str) -> str:
    """Return a text in small letters, of the same length."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(char.lower()[:1] for char in text)


@functools.cache
def wording(chinese: str, english: str) -> Wording:
    """Return the pattern of these alternatives, the same one for all who ask for them."""
    return Wording(chinese, english)
