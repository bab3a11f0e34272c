"""Gaps as GitLab's security report for SAST (schema 15): the security dashboard and the merge request."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO, Any

from assay import __version__, codec
from assay.report import Context, Format
from assay.run import Finding, Run
from assay.text import one_line, sanitize

from . import coverage, placing
from .grouping import group
from .markup import code, why
from .pipeline import GAPS, title, view_of, worst_first
from .view import View

VERSION = "15.0.7"
"""The oldest form of the schema that every supported GitLab takes."""
LONGEST_NAME = 255
LONGEST_SOLUTION = 7000
_TIME = "%Y-%m-%dT%H:%M:%S"
_TOOL = {"id": "assay", "name": "Assay", "version": __version__, "vendor": {"name": "Assay"}}


def render(run: Run, context: Context, out: IO[bytes]) -> None:
    """Write a vulnerability for each open gap, the worst first; what was not decided stands among the messages."""
    view = view_of(run, context)
    out.write(b'{"version":"%b","scan":%b,"vulnerabilities":[' % (VERSION.encode(), codec.encode(_scan(view))))
    between = b"\n"
    for finding in worst_first(run, GAPS):
        out.write(between + codec.encode(_vulnerability(view, finding)))
        between = b",\n"
    out.write(b"\n]}\n")


def _scan(view: View) -> dict[str, Any]:
    moment = _utc(view.run.head["run"]["as_of"])
    lost = any(source["outcome"] == "failed" for source in view.run.head["run"].get("sources", ()))
    return {
        "analyzer": _TOOL,
        "scanner": _TOOL,
        "type": "sast",
        "start_time": moment,
        "end_time": moment,
        "status": "failure" if lost else "success",
        "messages": [{"level": "warn", "value": one_line(text)} for text in _messages(view)],
    }


def _messages(view: View) -> Iterator[str]:
    """Say why the run is not complete, and of each check how many resources it could not decide."""
    yield from coverage.shortfalls(view)
    for _, checks in group(view.run, 0).having("unknowns"):
        for check in checks:
            name = f"{check.id} {title(view, check.id)}"
            yield view.say("pair", name=name, value=view.say("n_unknown", n=len(check.unknowns)))


def _vulnerability(view: View, finding: Finding) -> dict[str, Any]:
    check, path, line = finding["check"], placing.path(finding), placing.line(finding)
    place = {"file": path, "start_line": line}
    signature = {"algorithm": "hash", "value": one_line(finding["fingerprint"])}
    # GitLab reads descriptions as Markdown.
    parts = (code(finding["resource"]), why(view, finding), view.check(check, "why"))
    return {
        "id": one_line(finding["fingerprint"]),
        "name": title(view, check)[:LONGEST_NAME],
        "description": sanitize("\n\n".join(filter(None, parts))),
        "severity": finding["severity"].capitalize(),
        "solution": sanitize(view.check(check, "remedy"))[:LONGEST_SOLUTION],
        "identifiers": [{"type": "assay_check", "name": f"Assay {one_line(check)}", "value": one_line(check)}],
        "location": place,
        # Without it two resources of one line would be taken for one.
        "tracking": {"type": "source", "items": [place | {"signatures": [signature]}]},
    }


def _utc(moment: str) -> str:
    """Return an instant as GitLab writes it; a run of another program may name none."""
    try:
        return datetime.fromisoformat(moment).astimezone(UTC).strftime(_TIME)
    except ValueError:
        return datetime.fromtimestamp(0, UTC).strftime(_TIME)


FORMAT = Format("gitlab-sast", render, file="gl-sast-report.json")
