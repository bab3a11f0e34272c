"""What the patterns of actions and resources cover; `*` stands for any text, `?` for one character."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from functools import lru_cache

_LONGEST = 1_000_000
_OPEN = re.compile(r"\$\{[^}]*\}|<[^<>]*>")


def covers_text(pattern: str, text: str) -> bool:
    """Whether a pattern matches a text; one with a policy variable matches none for certain."""
    if _is_plain(pattern):
        return pattern == text
    # fnmatch never backtracks over a star, so a hostile policy cannot stall it; its [sets] are no sets here.
    return "${" not in pattern and fnmatchcase(text, pattern.replace("[", "[[]"))


def covers_objects(pattern: str, bucket: str) -> bool:
    """Whether a pattern matches every object of a bucket, given by its ARN.

    It does when it ends in `*` and what stands before that matches a beginning of `BUCKET/`.
    """
    start = f"{bucket}/"
    stem = pattern.rstrip("*")
    if _is_plain(stem):
        return stem != pattern and start.startswith(stem)
    return stem != pattern and any(covers_text(stem, start[:end]) for end in range(len(start) + 1))


def _is_plain(pattern: str) -> bool:
    """Whether it stands for one text only, as most do: compared a hundred times faster."""
    return not any(sign in pattern for sign in ("*", "?", "${"))


@lru_cache(maxsize=65536)
def covers_pattern(wide: str, narrow: str) -> bool:
    """Whether every text that the second pattern matches is matched by the first."""
    if "?" not in wide:
        return covers_text(wide, narrow)
    # A star of the narrow one may stand for nothing and for much, so a `?` of the wide one must not need it.
    return all(covers_text(wide, narrow.replace("*", text)) for text in ("", "\0" * 64))


@lru_cache(maxsize=65536)
def may_meet(one: str, other: str) -> bool:
    """Whether some text may match both patterns; variables and values that are not known may be any text."""
    one, other = _OPEN.sub("*", one), _OPEN.sub("*", other)
    if len(one) * len(other) > _LONGEST:
        return True
    reached = _rest({0}, one)
    for letter in other:
        reached = _step(reached, one, letter)
        if not reached:
            return False
    return len(one) in reached


def _step(places: set[int], pattern: str, letter: str) -> set[int]:
    """Return how far into the pattern a further letter, or wildcard, of the other one leads."""
    if letter == "*":
        return set(range(min(places), len(pattern) + 1))
    moved = {place for place in places if place < len(pattern) and pattern[place] == "*"}
    moved |= {p + 1 for p in places if p < len(pattern) and (pattern[p] in ("?", letter) or letter == "?")}
    return _rest(moved, pattern)


def _rest(places: set[int], pattern: str) -> set[int]:
    """Add the places behind stars, which may stand for nothing."""
    found = set(places)
    for place in places:
        end = place
        while end < len(pattern) and pattern[end] == "*":
            end += 1
            found.add(end)
    return found
