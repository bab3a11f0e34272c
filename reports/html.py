"""The run as one HTML file: no script, no network, readable with its style removed, and ready to print."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import IO

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from assay.check import SEVERITIES
from assay.report import Context, Format
from assay.run import Run
from assay.text import one_line, sanitize

from . import coverage, evidence
from .bar import bar
from .causes import causes
from .grouping import group
from .pipeline import view_of
from .view import View

SHOWN = 100
"""Findings of a check that are shown; the run in JSON holds all."""
# A name up to a separator or a space; where there is none for long, a little at a time.
_PIECE = re.compile(r"[^\s/:]{0,40}[/:]+|[^\s/:]{1,40}(?!\S)|\s+|[^\s/:]{1,8}")
TEMPLATES = Path(__file__).parent / "templates"


def render(run: Run, context: Context, out: IO[bytes]) -> None:
    """Write the report as one file; colour and width have no part in it."""
    page(run, context, out)


def page(run: Run, context: Context, out: IO[bytes], linked: str = "") -> None:
    """Write the report with its style inside, or linked under the name of a file beside it."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    stream = (
        _environment(view_of(run, context))
        .get_template("report.html")
        .stream(
            grouping=group(run, SHOWN),
            head=run.head,
            linked=linked,
            # `file:` is for a page that is opened from a disk, where 'self' means nothing.
            styles="'self' file:" if linked else f"'sha256-{digest}'",
        )
    )
    stream.enable_buffering(200)
    stream.dump(out, encoding="utf-8")


def style() -> str:
    """Return the style sheet."""
    return _bare().get_template("style.css").render()


def breakable(text: str) -> Markup:
    """Return a name that may be broken across lines after its separators, with a style or without."""
    return Markup("<wbr>").join(_PIECE.findall(one_line(text)))


def _bare() -> Environment:
    """Set up the templates: what they print is sanitized first and escaped then, whatever it is."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: sanitize(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _environment(view: View) -> Environment:
    """Give the templates what they speak of."""
    environment = _bare()
    environment.filters["name"] = one_line
    environment.filters["breakable"] = breakable
    environment.globals.update(
        view=view, say=view.say, severities=SEVERITIES, bar=bar, causes=causes, coverage=coverage,
        place=evidence.place,
        plain=lambda value: evidence.plain(value, view.say),
        rows=lambda items: evidence.rows(items, view.say),
    )  # fmt: skip
    return environment


FORMAT = Format("html", render)
