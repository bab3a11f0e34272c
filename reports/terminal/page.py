"""Lines for a terminal: wrapped with a hanging indent, in colour or without a single escape code."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import IO, Self

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from assay.text import one_line

from .wrapping import wrap

NARROWEST, WIDEST = 40, 120


@dataclass(frozen=True)
class Label:
    """A word before a text, in a column so wide that the texts below each other begin together."""

    word: str
    style: str
    column: int


class Page:
    """Writes to a stream, which it leaves open; all that is written is made harmless first."""

    def __init__(self, out: IO[bytes], width: int, color: bool) -> None:
        self.width = min(max(width, NARROWEST), WIDEST)
        self._file = io.TextIOWrapper(out, encoding="utf-8", newline="\n")
        self._console = Console(
            file=self._file,
            width=self.width,
            color_system="standard" if color else None,
            force_terminal=color,
            force_jupyter=False,
            no_color=not color,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.detach()

    def blank(self) -> None:
        """Leave a line empty."""
        self._console.print()

    def heading(self, title: str) -> None:
        """Write the title of a section, with a line to the right edge."""
        self.blank()
        line = Text(title, "bold")
        line.append(" " + "─" * (self.width - cell_len(title) - 1), "dim")
        self._put(line)

    def line(self, text: str, indent: int = 0, style: str = "", label: Label | None = None) -> None:
        """Write a text under an indent; a label stands before it in a column of its own."""
        label = label or Label("", "", 0)
        room = max(self.width - indent - label.column, NARROWEST // 2)
        lines = wrap(one_line(text), room)
        for number, part in enumerate(lines):
            line = Text(" " * indent)
            word = label.word if number == 0 else ""
            line.append(word + " " * (label.column - cell_len(word)), label.style)
            line.append(_defused(part), style)
            self._put(line)

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Write a table whose first column names its rows and whose others are figures."""
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
        for number, title in enumerate(head):
            table.add_column(title, justify="right" if number else "left", overflow="fold")
        for row in rows:
            table.add_row(*row)
        self._console.print(table)

    def _put(self, line: Text) -> None:
        self._console.print(line, soft_wrap=True)


def _defused(line: str) -> str:
    """Keep a line from being a command to a pipeline: some obey what begins with `::` or `##`."""
    return f"\\{line}" if line.startswith(("::", "##")) else line
