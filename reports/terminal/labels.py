"""Labels of the terminal report: severities and ids, each in a column as wide as its widest word."""

from __future__ import annotations

from rich.cells import cell_len

from assay.check import SEVERITIES
from assay.text import one_line

from ..speech import Speech
from .page import Label

_STYLES = {"critical": "bold red", "high": "red", "medium": "yellow", "low": "cyan"}


def severity(name: str, say: Speech) -> Label:
    """Label a finding by its severity."""
    column = max(cell_len(say(f"severity.{each}")) for each in SEVERITIES) + 2
    return Label(say(f"severity.{name}"), _STYLES[name], column)


def number(text: str) -> Label:
    """Label a title by the id of its control or check."""
    return Label(one_line(text), "bold", cell_len(one_line(text)) + 2)
