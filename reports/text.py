"""The run for a terminal: gaps, then unknowns with their causes, what was covered, and the sums last."""

from __future__ import annotations

from typing import IO

from assay.check import SEVERITIES
from assay.report import Context, Format
from assay.run import Run

from .grouping import Grouping, group
from .speech import Speech
from .terminal.coverage import coverage
from .terminal.gaps import gaps
from .terminal.page import Page
from .terminal.unknowns import unknowns
from .view import View

SHOWN = 10
"""Findings of a check that are shown."""


def render(run: Run, context: Context, out: IO[bytes]) -> None:
    """Write the report for a terminal of the context's width."""
    view = View(run, context.catalogue, Speech(context.language))
    grouping = group(run, SHOWN)
    with Page(out, context.width, context.color) as page:
        _head(page, view)
        gaps(page, view, grouping)
        unknowns(page, view, grouping)
        coverage(page, view)
        _sums(page, view, grouping)


def _head(page: Page, view: View) -> None:
    about = view.run.head["run"]
    page.line(about["estate"], style="bold")
    engine = f"{about['engine']['name']} {about['engine']['version']}"
    page.line(" · ".join([view.say("report"), view.moment(about["as_of"]), engine]), style="dim")


def _sums(page: Page, view: View, grouping: Grouping) -> None:
    """Write the counts by severity."""
    say = view.say
    found = view.run.head["summary"]
    page.heading(say("by_severity"))
    columns = [found["gaps"], *([found["unknowns"]] if "unknowns" in found else [])]
    rows = [
        [say(f"severity.{severity}"), *(f"{column.get(severity, 0):,}" for column in columns)]
        for severity in SEVERITIES
    ]
    rows.append([say("total"), *(f"{sum(column.values()):,}" for column in columns)])
    page.table([say("severity"), say("gaps"), say("unknowns")][: len(columns) + 1], rows)


FORMAT = Format("text", render)
