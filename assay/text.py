"""Text for people: what a source sent is made harmless to look at, and one language is picked."""

from __future__ import annotations

import re

from assay.check import Words

# What a terminal or a browser obeys, reorders by or does not draw: controls, line and paragraph separators,
# lone surrogates, interlinear marks, and Unicode's Default_Ignorable_Code_Point (zero-width characters, bidi
# controls, variation selectors, tags), by which one name can be dressed up as another.
_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufff0-\ufffb"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def sanitize(text: str) -> str:
    r"""Replace characters that act instead of showing by visible escapes such as \x1b; newlines stay."""
    return _HIDDEN.sub(_escape, text)


def one_line(text: str) -> str:
    r"""Sanitize a name: a newline becomes \n too, so that no name can forge a line of a report."""
    return sanitize(text).replace("\n", "\\n")


def pick(words: Words, language: str) -> str:
    """Return a text in the language, or in English where it has none in it."""
    return words[language] if language in words else words["en"]


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
