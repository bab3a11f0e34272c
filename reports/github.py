"""The worst gaps as workflow commands, so that GitHub shows them beside the lines of a pull request."""

from __future__ import annotations

from typing import IO

from assay.check import SEVERITIES
from assay.report import Context, Format
from assay.run import Finding, Run
from assay.text import one_line

from . import placing
from .grouping import group
from .pipeline import GAPS, named, title, told, view_of, worst_first
from .view import View

SHOWN = 10
"""Annotations of one level that GitHub shows of a step."""
_LEVEL = {"critical": "error", "high": "error", "medium": "warning", "low": "notice"}


def render(run: Run, context: Context, out: IO[bytes]) -> None:
    """Write at most ten errors, warnings and notices, the last for what was not decided; then what there is beside."""
    view = view_of(run, context)
    counts = group(run, 0)
    gaps, undecided = counts.count("gaps"), counts.count("unknowns").total()
    left = {"error": SHOWN, "warning": SHOWN, "notice": SHOWN - 1}
    written = 0
    for finding in worst_first(run, GAPS):
        level = _LEVEL[finding["severity"]]
        if left[level]:
            left[level] -= 1
            written += 1
            out.write(_command(view, level, finding).encode() + b"\n")
    if undecided:
        told_once = view.say("undecided", n=undecided)
        out.write(f"::notice title=Assay::{_data(told_once)}\n".encode())
    out.write(f"{_sums(view, gaps, gaps.total() - written)}\n".encode())


def _command(view: View, level: str, finding: Finding) -> str:
    """Write one command; what a source sent can neither end it nor begin another."""
    properties = {"title": f"{finding['check']} {title(view, finding['check'])}"}
    if placing.has_path(finding):
        properties |= {"file": placing.path(finding), "line": str(placing.line(finding))}
    listed = ",".join(f"{key}={_property(value)}" for key, value in sorted(properties.items()))
    return f"::{level} {listed}::{_data(view.say('pair', name=named(view, finding), value=told(view, finding)))}"


def _sums(view: View, gaps: dict[str, int], left: int) -> str:
    """Say how many gaps there are; no name stands in this line, or one could be read as a command."""
    say = view.say
    if not any(gaps.values()):
        return say("no_gaps")
    counts = [f"{gaps[severity]:,} {say(f'severity.{severity}')}" for severity in SEVERITIES if gaps[severity]]
    told = say("pair", name=say("gaps"), value=say.listed(counts))
    return f"{told}{say('semicolon')}{say('left_out', n=left)}" if left else told


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMAT = Format("github", render, file="github.txt")
