"""Gaps, and what was not decided, as GitLab's code quality report: the widget of a merge request, in every tier."""

from __future__ import annotations

from typing import IO, Any

from assay import codec
from assay.report import Context, Format
from assay.run import Finding, Run
from assay.text import one_line

from . import placing
from .pipeline import GAPS, UNDECIDED, named, title, told, view_of, worst_first
from .view import View

_SEVERITY = {"critical": "blocker", "high": "critical", "medium": "major", "low": "minor"}


def render(run: Run, context: Context, out: IO[bytes]) -> None:
    """Write an array with an entry for each finding; what was not decided has the severity `info`."""
    view = view_of(run, context)
    between = b"[\n"
    for finding in worst_first(run, GAPS, UNDECIDED):
        out.write(between + codec.encode(_entry(view, finding)))
        between = b",\n"
    out.write(b"[]\n" if between == b"[\n" else b"\n]\n")


def _entry(view: View, finding: Finding) -> dict[str, Any]:
    say = view.say
    text = say("pair", name=named(view, finding), value=told(view, finding))
    known = GAPS.holds(finding)
    if not known:
        text = say("pair", name=say("verdict.unknown"), value=text)
    return {
        "description": one_line(say("pair", name=title(view, finding["check"]), value=text)),
        "check_name": one_line(finding["check"]),
        "fingerprint": one_line(finding["fingerprint"]),
        "severity": _SEVERITY[finding["severity"]] if known else "info",
        "location": {"path": placing.path(finding), "lines": {"begin": placing.line(finding)}},
    }


FORMAT = Format("gitlab-codequality", render, file="gl-code-quality-report.json")
