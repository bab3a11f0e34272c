"""The order of data levels."""

from __future__ import annotations

from collectors.derive.levels import JUDGED_AS, LEVELS, highest


def test_the_highest_level_is_found_whatever_the_order() -> None:
    assert highest(["personal", "important", "none"]) == "important"
    assert highest(reversed(LEVELS[:4])) == "personal"


def test_no_levels_have_no_highest() -> None:
    assert highest([]) is None


def test_what_nobody_classified_is_judged_above_internal() -> None:
    assert LEVELS.index(JUDGED_AS) > LEVELS.index("internal")
