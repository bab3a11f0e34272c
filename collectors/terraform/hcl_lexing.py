"""Steps over the parts of an expression of HCL: strings with templates, heredocs, comments, brackets."""

from __future__ import annotations

import re

OPENING, CLOSING = "[({", "])}"
_PLAIN = re.compile(r'[^"#/<\[\](){},\n]+')
_COMMENT = re.compile(r"#[^\n]*|//[^\n]*|/\*.*?\*/", re.DOTALL)
_HEREDOC = re.compile(r"<<-?([A-Za-z_][\w-]*)\r?\n")


def skip_string(text: str, at: int) -> int:
    """Return the place behind a string that begins at a quote; templates in it may hold strings again."""
    at += 1
    while at < len(text) and text[at] != '"':
        if text[at] == "\\":
            at += 2
        elif text.startswith(("$${", "%%{"), at):
            at += 3
        elif text.startswith(("${", "%{"), at):
            at = skip_brackets(text, at + 1)
        else:
            at += 1
    return at + 1


def skip_brackets(text: str, at: int) -> int:
    """Return the place behind the bracket that closes the one at a place."""
    depth = 0
    while at < len(text):
        at, mark = step(text, at)
        depth += (mark in OPENING) - (mark in CLOSING)
        if depth == 0:
            return at
    return at


def step(text: str, at: int) -> tuple[int, str]:
    """Return the place behind the next part of an expression, and the part if it is one character, else a blank."""
    if (plain := _PLAIN.match(text, at)) is not None:
        return plain.end(), " "
    if text[at] == '"':
        return skip_string(text, at), " "
    if (comment := _COMMENT.match(text, at)) is not None:
        return comment.end(), " "
    if (heredoc := _HEREDOC.match(text, at)) is not None:
        end = re.compile(rf"^[ \t]*{heredoc[1]}[ \t]*\r?$", re.MULTILINE).search(text, heredoc.end())
        return (end.end() if end else len(text)), " "
    return at + 1, text[at]
