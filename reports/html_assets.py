"""The HTML page with its style in a file beside it, for servers that forbid styles inside a page, as Jenkins does."""

from __future__ import annotations

from typing import IO

from assay.report import Context, Format
from assay.run import Run

from .html import page, style

STYLE = "assay.css"


def render(run: Run, context: Context, out: IO[bytes]) -> None:
    """Write the page, which links to the style beside it."""
    page(run, context, out, STYLE)


def beside(out: IO[bytes]) -> None:
    """Write the style."""
    out.write(style().encode())


FORMAT = Format("html-assets", render, beside={STYLE: beside}, file="index.html")
