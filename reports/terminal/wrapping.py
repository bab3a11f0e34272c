"""Wraps text by the cells that it takes: at spaces, and between Chinese characters as Chinese does."""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells

_OPEN = "（《〈「『【〔“‘"
_CLOSE = "）》〉」』】〕”’，。、；：？！％…"
_WIDE = "\u2e80-\u303f\u3041-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
# A piece that stays on one line: a word, or one wide character; an opening mark goes with what follows it, a
# closing one with what precedes it.
_PIECE = re.compile(rf"\s+|[{_OPEN}]*(?:[^\s{_WIDE}]+|[{_WIDE}])[{_CLOSE}]*")


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of a text; only a word that is longer than a line is cut."""
    return [line for paragraph in text.split("\n") for line in _wrap(paragraph, width)]


def _wrap(paragraph: str, width: int) -> list[str]:
    lines = [""]
    for piece in _PIECE.findall(paragraph):
        if cell_len(lines[-1]) + cell_len(piece.rstrip()) <= width:
            lines[-1] += piece
        elif piece.strip():
            fitting = chop_cells(piece, width)
            lines[-1:] = [lines[-1], *fitting] if lines[-1] else fitting
    return [line.rstrip() for line in lines]
