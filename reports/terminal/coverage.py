"""What a run covered, on a terminal: assessed, unknown, not assessed, sources that failed."""

from __future__ import annotations

from ..coverage import not_assessed, shortfalls, statements
from ..view import View
from .page import Page


def coverage(page: Page, view: View) -> None:
    """Write what was covered, and what was not and why."""
    page.heading(view.say("coverage"))
    whole = view.run.head["run"]["complete"]
    page.line(view.say("complete" if whole else "incomplete"), style="green" if whole else "bold yellow")
    for line in shortfalls(view):
        page.line(line, 2)
    for line in statements(view):
        page.line(line, 2)
    for why, checks in not_assessed(view).items():
        page.line(view.say("pair", name=why, value=view.say.listed(checks)), 4, "dim")
