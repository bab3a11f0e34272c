"""The gaps as SARIF 2.1.0, within what GitHub's code scanning accepts."""

from __future__ import annotations

from typing import IO

from assay import __version__, codec
from assay.report import Context, Format
from assay.run import Run
from assay.text import one_line

from ..grouping import group
from ..pipeline import ACCEPTED, GAPS, view_of, worst_first
from ..view import View
from .measured import Measured
from .notifications import invocation
from .results import result
from .rules import Rules

RESULTS = 25_000
"""Results that GitHub takes; of these it shows the 5,000 worst."""
PACKED = 9 * 2**20
"""Bytes after compression; GitHub takes 10 MB, and the end of the file needs room."""
NAMED = 10
"""Undecided resources of a check that are named."""
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(run: Run, context: Context, out: IO[bytes]) -> None:
    """Write one SARIF run: gaps first, then accepted ones as suppressed; what was not decided is notified."""
    view = view_of(run, context)
    grouping = group(run, NAMED)
    rules = Rules(view, grouping)
    tool = {"driver": {"name": "Assay", "version": __version__, "rules": rules.described()}}
    language = "en-US" if view.say.language == "en" else view.say.language
    file = Measured(out)
    file.write(b'{"$schema":%b,"version":"2.1.0","runs":[{' % codec.encode(SCHEMA))
    file.write(b'"tool":%b,"language":%b,"results":[' % (codec.encode(tool), codec.encode(language)))
    left = _results(run, view, rules, file)
    file.write(b'],"invocations":[%b],' % codec.encode(invocation(view, grouping, rules, left)))
    file.write(b'"properties":%b}]}\n' % codec.encode(_about(run)))


def _results(run: Run, view: View, rules: Rules, file: Measured) -> int:
    """Write the results while there is room; returns how many were left out."""
    written = 0
    for finding in worst_first(run, GAPS, ACCEPTED):
        if written == RESULTS or file.packed >= PACKED:
            break
        file.write((b"," if written else b"") + codec.encode(result(view, finding, rules)))
        written += 1
    return rules.results - written


def _about(run: Run) -> dict[str, object]:
    about = run.head["run"]
    return {
        "run": one_line(about["id"]),
        "estate": one_line(about["estate"]),
        "asOf": one_line(about["as_of"]),
        "complete": about["complete"],
    }


FORMAT = Format("sarif", render)
