import re
import unicodedata

import pytest

from assay.text import one_line, pick, sanitize

SHOWS = ("plain", "名称：存储桶", "Ünïcode ñ", "שלום", "a\nb", "\U0001f512", "e\u0301")


@pytest.mark.parametrize("text", SHOWS)
def test_what_shows_is_left_as_it_is(text: str) -> None:
    assert sanitize(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("\x9b31m", "\\x9b31m"),
        ("a\tb\rc\x00\x7f", "a\\x09b\\x0dc\\x00\\x7f"),
        ("\u202egpj.exe\u2066", "\\u202egpj.exe\\u2066"),
        ("a\u2028b\u2029", "a\\u2028b\\u2029"),
        ("pa\u200bss\ufeff\u00ad", "pa\\u200bss\\ufeff\\xad"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
    ],
)
def test_what_acts_becomes_a_visible_escape(text: str, shown: str) -> None:
    assert sanitize(text) == shown


def test_no_control_and_no_format_character_is_left() -> None:
    every = "".join(map(chr, range(0x110000)))
    left = {char for char in sanitize(every) if unicodedata.category(char) in ("Cc", "Zl", "Zp", "Cs")}
    formats = [char for char in every if unicodedata.category(char) == "Cf"]
    # Marks above and around numbers (Arabic, Kaithi) and hieroglyph joiners are drawn; all others are not.
    drawn = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f]")
    assert left == {"\n"}
    assert [char for char in formats if sanitize(char) == char and not drawn.match(char)] == []


def test_a_name_stays_on_one_line() -> None:
    assert one_line("bucket\n\nComplete") == "bucket\\n\\nComplete"


def test_the_language_is_picked_and_english_stands_in() -> None:
    assert pick({"en": "gap", "zh-CN": "不符合项"}, "zh-CN") == "不符合项"
    assert pick({"en": "gap"}, "zh-CN") == "gap"
