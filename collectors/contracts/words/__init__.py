"""The vocabulary: what may stand for what in Chinese and in English contracts, one file for each topic.

A file maps a name to alternatives in either language, parted by ` | ` or the end of a line. Each is a regular
expression over folded text (`reading.folding`), whatever the case; an English one begins at the beginning of a word.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from assay import yaml_reader

COMMON = "common"
_NEVER = re.compile(r"(?!)")
_LANGUAGES = {"zh": "", "en": "(?<![a-z])"}
"""Language to what stands before its alternatives."""


@dataclass(frozen=True)
class Several:
    """A pattern that has to match in several ways in one text: a list of kinds of data, steps of a process."""

    pattern: re.Pattern[str]
    least: int

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match, where there are enough different ones."""
        found = {match[0].lower(): match for match in reversed(list(self.pattern.finditer(text)))}
        return min(found.values(), key=lambda match: match.start()) if len(found) >= self.least else None


class Words:
    """The words of some topics, and those that all topics share."""

    def __init__(self, *topics: str) -> None:
        self._patterns = {name: pattern for topic in (COMMON, *topics) for name, pattern in _read(topic).items()}
        self._joined: dict[tuple[str, ...], re.Pattern[str]] = {}

    def __call__(self, *names: str) -> re.Pattern[str]:
        """Return a pattern of all that some names stand for; of nothing without a name."""
        if names not in self._joined:
            self._joined[names] = re.compile(f"(?:{'|'.join(self._patterns[name] for name in names)})", re.IGNORECASE)
        return self._joined[names] if names else _NEVER

    def before(self, *names: str) -> re.Pattern[str]:
        """Return a pattern of what stands right before a place: it ends where the text does."""
        return re.compile(rf"{self(*names).pattern}[: “\"]*$", re.IGNORECASE)

    def several(self, name: str, least: int) -> Several:
        """Return a pattern that has to match in several different ways."""
        return Several(self(name), least)


def listed(topic: str, name: str) -> list[str]:
    """Return the alternatives of a name in both languages, for those that are words and no patterns."""
    given = yaml_reader.load(Path(__file__).with_name(f"{topic}.yaml"))[name]
    return [part for language in _LANGUAGES for part in _parts(given, language)]


@functools.cache
def _read(topic: str) -> Mapping[str, str]:
    named = yaml_reader.load(Path(__file__).with_name(f"{topic}.yaml"))
    return {name: "|".join(_joined(given)) for name, given in named.items()}


def _joined(given: Mapping[str, str]) -> Iterator[str]:
    for language, begins in _LANGUAGES.items():
        if parts := _parts(given, language):
            yield f"{begins}(?:{'|'.join(parts)})"


def _parts(given: Mapping[str, str], language: str) -> list[str]:
    parts = [part.strip() for line in given.get(language, "").splitlines() for part in line.split(" | ")]
    return [part for part in parts if part]
