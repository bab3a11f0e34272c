"""The vocabulary: what may stand for what in Chinese and in English contracts, one file for each topic.

A file maps a name to alternatives in either language, or `any` for figures and marks, parted by ` | ` or the end of a
line. Each is a regular expression over folded text (`reading.folding`), whatever the case; an English one begins at
the beginning of a word. `{name}` in it stands for the alternatives of another name.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from assay import yaml_reader

from .wording import Wording, wording

COMMON = "common"
_LANGUAGES = {"zh": "", "en": "(?<![a-z])", "any": ""}
"""Language to what stands before its alternatives; `any` are figures and marks, which stand in both."""
NEVER = Wording("", "")
"""Matches nothing."""
_REFERENCE = re.compile(r"\{([a-z_]+)\}")
_BEFORE = 120
"""Characters before a place that are looked at for what stands right before it."""


@dataclass(frozen=True)
class Several:
    """A pattern that has to match in several ways in one text: a list of kinds of data, steps of a process."""

    pattern: Wording
    least: int

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match, where there are enough different ones."""
        first: re.Match[str] | None = None
        seen: set[str] = set()
        for match in self.pattern.finditer(text):
            first = first or match
            seen.add(match[0].lower())
            if len(seen) >= self.least:
                return first
        return None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the first match, where there are enough different ones."""
        match = self.search(text)
        return iter((match,) if match else ())


@dataclass(frozen=True)
class Before:
    """A pattern of what stands right before a place."""

    pattern: re.Pattern[str]

    def ends(self, text: str, at: int | None = None) -> bool:
        """Say whether it ends where the text does, or at a place of it."""
        end = len(text) if at is None else at
        return self.pattern.search(text, max(0, end - _BEFORE), end) is not None


class Words:
    """The words of some topics, and those that all topics share."""

    def __init__(self, *topics: str) -> None:
        self._patterns = {name: parts for topic in (COMMON, *topics) for name, parts in _read(topic).items()}
        self._joined: dict[tuple[str, ...], Wording] = {}

    def __call__(self, *names: str) -> Wording:
        """Return a pattern of all that some names stand for."""
        if names not in self._joined:
            chinese, english = (
                "|".join(filter(None, parts)) for parts in zip(*(self._patterns[name] for name in names), strict=True)
            )
            self._joined[names] = wording(chinese, english)
        return self._joined[names]

    def before(self, *names: str) -> Before:
        """Return a pattern of what stands right before a place."""
        return Before(re.compile(rf"{self(*names).pattern}[:( “\"]*$", re.IGNORECASE))

    def several(self, name: str, least: int) -> Several:
        """Return a pattern that has to match in several different ways."""
        return Several(self(name), least)


def listed(topic: str, name: str) -> list[str]:
    """Return the alternatives of a name in both languages, for those that are words and no patterns."""
    given = yaml_reader.load(Path(__file__).with_name(f"{topic}.yaml"))[name]
    return [part for language in _LANGUAGES for part in _parts(given, language)]


def vocabulary() -> dict[str, Wording]:
    """Return every notion of every topic, as `TOPIC.NAME`."""
    topics = sorted(path.stem for path in Path(__file__).parent.glob("*.yaml"))
    return {f"{topic}.{name}": Wording(*parts) for topic in topics for name, parts in _read(topic).items()}


@functools.cache
def _read(topic: str) -> Mapping[str, tuple[str, str]]:
    named = yaml_reader.load(Path(__file__).with_name(f"{topic}.yaml"))
    return {name: (_joined(given, "zh", named), _joined(given, "en", named)) for name, given in named.items()}


def _joined(given: Mapping[str, str], language: str, named: Mapping[str, Mapping[str, str]]) -> str:
    parts = {name: _parts(given, name) for name in (language, "any")}
    made = "|".join(f"{_LANGUAGES[name]}(?:{'|'.join(found)})" for name, found in parts.items() if found)
    return _REFERENCE.sub(lambda match: _referred(match[1], language, named), made)


def _referred(name: str, language: str, named: Mapping[str, Mapping[str, str]]) -> str:
    """Return what a name in braces stands for: one of the same file, else one of those that all share."""
    given = named[name] if name in named else yaml_reader.load(Path(__file__).with_name(f"{COMMON}.yaml"))[name]
    return f"(?:{'|'.join(_parts(given, language))})"


def _parts(given: Mapping[str, str], language: str) -> list[str]:
    parts = [part.strip() for line in given.get(language, "").splitlines() for part in line.split(" | ")]
    return [part for part in parts if part]
