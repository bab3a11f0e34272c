"""The gaps of a run on a terminal: control by control, the worst first."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assay.run import Finding

from ..evidence import place, rows, sentence
from ..grouping import CheckGroup, Grouping
from ..view import View
from . import labels
from .page import Page

_CONTINUED = re.compile(r"\s*\\\n\s*")


def gaps(page: Page, view: View, grouping: Grouping) -> None:
    """Write every control that has an open gap."""
    found = grouping.having("gaps")
    if not found and not grouping.controls:
        return
    page.heading(view.say("gaps"))
    if not found:
        page.line(view.say("no_gaps"))
    for control, checks in found:
        page.blank()
        title(page, view, control)
        _clauses(page, view, control)
        for check in checks:
            _check(page, view, check)


def title(page: Page, view: View, control: str) -> None:
    """Write the id and the title of a control."""
    page.line(view.control(control, "title"), style="bold", label=labels.number(control))


def check_title(page: Page, view: View, check: CheckGroup, counted: str) -> None:
    """Write the id and the title of a check, and how many findings follow."""
    page.blank()
    text = f"{view.check(check.id, 'title')} · {counted}".removeprefix(" · ")
    page.line(text, 2, label=labels.number(check.id))


def _clauses(page: Page, view: View, control: str) -> None:
    """Write the clauses whose mapping is sure; of the others, how many there are."""
    served = view.clauses(control)
    sure = {
        framework: [clause.clause for clause in clauses if clause.confidence == "high"]
        for framework, clauses in served.items()
    }
    parts = [f"{framework} {view.say.listed(clauses)}" for framework, clauses in sure.items() if clauses]
    left = sum(map(len, served.values())) - sum(map(len, sure.values()))
    if left:
        parts.append(view.say("less_sure", n=left))
    if parts:
        page.line(" · ".join(parts), style="dim")


def _check(page: Page, view: View, check: CheckGroup) -> None:
    say = view.say
    counted = [say("n_gaps", n=len(check.gaps), judged=check.judged)]
    if len(check.accepted):
        counted.append(say("n_accepted", n=len(check.accepted)))
    check_title(page, view, check, " · ".join(counted))
    for finding in check.gaps.worst:
        _gap(page, view, finding)
    if check.gaps.more:
        page.line(say("more", n=check.gaps.more), 4, "dim")
    _fix(page, view, check.id)


def _gap(page: Page, view: View, finding: Finding) -> None:
    label = labels.severity(finding["severity"], view.say)
    page.line(finding["resource"], 4, label=label)
    indent = 4 + label.column
    reason = view.words(finding["reason"])
    if finding["disposition"] == "waiver_expired":
        reason += view.say("aside", text=view.say("disposition.waiver_expired"))
    page.line(reason, indent)
    where = place(finding["location"])
    if where:
        page.line(where, indent, "dim")
    for row in rows(finding["evidence"], view.say):
        page.line(sentence(row, view.say), indent, "dim")


def _fix(page: Page, view: View, check: str) -> None:
    """Write how to fix a check's gaps: the remedy, and a way of one line where there is one."""
    remedy = view.check(check, "remedy")
    if remedy:
        page.line(view.say("pair", name=view.say("remedy"), value=remedy), 4)
    way = _one_line(view.fixes(check))
    if way:
        page.line(way, 4, "cyan")


def _one_line(fixes: Mapping[str, str]) -> str:
    """Return the first way that is one line, once a shell's continued lines are put together."""
    joined = (_CONTINUED.sub(" ", text) for text in fixes.values())
    return next((text for text in joined if "\n" not in text), "")
