"""The run as Markdown for a job's page: what is worst first, cut at an entry where GitHub takes no more."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

from assay.check import SEVERITIES
from assay.report import Context, Format
from assay.run import Finding, Run

from . import coverage, evidence
from .causes import causes
from .fitting import Fitted
from .grouping import CheckGroup, Grouping, group
from .markup import code, fenced, prose, why
from .pipeline import title, view_of
from .view import View


@dataclass(frozen=True)
class Extent:
    """How much is told."""

    limit: int
    """Bytes of the whole page."""
    shown: int
    """Findings of a check that are shown."""
    fixes: bool
    """Whether it is told how a gap is mended, and of each unknown why."""


NAMED = 3
"""Resources of a cause that are named."""
SUMMARY = Extent(limit=2**20, shown=50, fixes=True)


def render(extent: Extent, run: Run, context: Context, out: IO[bytes]) -> None:
    """Write the page: sums, gaps, unknowns, and what else there is; the last line counts what did not fit."""
    view = view_of(run, context)
    grouping = group(run, extent.shown)
    page = Fitted(out, extent.limit)
    _head(page, view, grouping)
    shown = _gaps(page, view, grouping, extent)
    _unknowns(page, view, grouping, extent)
    _rest(page, view, grouping)
    left = grouping.count("gaps").total() - shown
    if left or page.full:
        page.end("\n" + (view.say("left_out", n=left) if left else view.say("cut")) + "\n")


def _head(page: Fitted, view: View, grouping: Grouping) -> None:
    about, say = view.run.head["run"], view.say
    state = say("complete") if about["complete"] else say("incomplete")
    page.add(f"## {say('report')} {code(about['estate'])}\n\n{prose(view.moment(about['as_of']))} · **{state}**\n\n")
    page.add("".join(f"- {prose(line)}\n" for line in coverage.shortfalls(view)) + "\n")
    gaps, unknowns = grouping.count("gaps"), grouping.count("unknowns")
    rows = [f"| {say(f'severity.{level}')} | {gaps[level]:,} | {unknowns[level]:,} |\n" for level in SEVERITIES]
    page.add(f"| {say('severity')} | {say('gaps')} | {say('unknowns')} |\n| --- | ---: | ---: |\n{''.join(rows)}")


def _gaps(page: Fitted, view: View, grouping: Grouping, extent: Extent) -> int:
    """Write the gaps by check; returns how many were written."""
    page.add(f"\n### {view.say('gaps')}\n")
    found = grouping.having("gaps")
    if not found:
        page.add(f"\n{view.say('no_gaps')}\n")
    return sum(_check(page, view, check, extent) for _, checks in found for check in checks)


def _check(page: Fitted, view: View, check: CheckGroup, extent: Extent) -> int:
    page.add(f"\n#### {code(check.id)} {prose(title(view, check.id))}\n\n")
    written = sum(page.add(_entry(view, finding)) for finding in check.gaps.worst)
    if check.gaps.more:
        page.add(f"- {view.say('more', n=check.gaps.more)}\n")
    remedy = view.check(check.id, "remedy")
    if extent.fixes and remedy:
        page.add(f"\n{prose(remedy)}\n" + "".join(f"\n{fenced(text)}\n" for text in view.fixes(check.id).values()))
    return written


def _entry(view: View, finding: Finding) -> str:
    severity = view.say.code("severity", finding["severity"])
    place = evidence.place(finding["location"])
    tag = "" if finding["disposition"] == "open" else f" · {view.say.code('disposition', finding['disposition'])}"
    where = f" · {code(place)}" if place else ""
    return f"- **{severity}** {code(finding['resource'])} {why(view, finding)}{where}{tag}\n"


def _unknowns(page: Fitted, view: View, grouping: Grouping, extent: Extent) -> None:
    found = [check for _, checks in grouping.having("unknowns") for check in checks]
    if found:
        page.add(f"\n### {view.say('unknowns')}\n\n{view.say('unknowns_intro')}\n\n")
    for check in found:
        page.add(f"- {code(check.id)} {prose(title(view, check.id))}: {view.say('n_unknown', n=len(check.unknowns))}\n")
        if extent.fixes:
            for cause in causes(check.unknowns.worst):
                page.add(f"  - {why(view, cause.findings[0])} · {_named(view, cause.findings)}\n")


def _named(view: View, findings: list[Finding]) -> str:
    names = [code(finding["resource"]) for finding in findings[:NAMED]]
    return view.say.listed([*names, *_more(view, len(findings) - NAMED)])


def _more(view: View, left: int) -> Iterable[str]:
    return [view.say("more", n=left)] if left > 0 else []


def _rest(page: Fitted, view: View, grouping: Grouping) -> None:
    lines = coverage.statements(view)
    accepted = grouping.count("accepted").total()
    if accepted:
        lines.append(view.say("pair", name=view.say("accepted"), value=view.say("n_accepted", n=accepted)))
    page.add(f"\n### {view.say('coverage')}\n\n" + "".join(f"- {prose(line)}\n" for line in lines))


FORMAT = Format("markdown", functools.partial(render, SUMMARY), file="report.md")
