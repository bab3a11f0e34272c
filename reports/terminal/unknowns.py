"""What could not be judged, on a terminal: each cause once, with the resources that it hides."""

from __future__ import annotations

from ..causes import Cause, causes
from ..evidence import rows, sentence
from ..grouping import CheckGroup, Grouping
from ..view import View
from . import labels
from .gaps import check_title, title
from .page import Page


def unknowns(page: Page, view: View, grouping: Grouping) -> None:
    """Write every control that has an unknown verdict, and what has to be granted."""
    found = grouping.having("unknowns")
    if not found:
        return
    page.heading(view.say("unknowns"))
    for control, checks in found:
        page.blank()
        title(page, view, control)
        for check in checks:
            _check(page, view, check)


def _check(page: Page, view: View, check: CheckGroup) -> None:
    check_title(page, view, check, view.say("n_unknown", n=len(check.unknowns)))
    for cause in causes(check.unknowns.worst):
        _cause(page, view, cause)
    if check.unknowns.more:
        page.line(view.say("more", n=check.unknowns.more), 4, "dim")


def _cause(page: Page, view: View, cause: Cause) -> None:
    label = labels.severity(cause.severity, view.say)
    page.line(view.words(cause.reason), 4, label=label)
    indent = 4 + label.column
    for row in rows(cause.evidence, view.say):
        page.line(sentence(row, view.say), indent, "dim")
    for finding in cause.findings:
        page.line(finding["resource"], indent)
