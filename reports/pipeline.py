"""What pipelines are told of a run: gaps, accepted gaps and what was not decided, the worst first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assay import codec
from assay.check import SEVERITIES
from assay.report import Context
from assay.run import Finding, Run
from assay.text import one_line

from . import placing
from .evidence import rows, sentence
from .speech import Speech
from .view import View

FACTS = 6
"""Facts of the evidence that are told; the run in JSON holds all."""
LONGEST = 2000
"""Characters of what is told of one finding."""


@dataclass(frozen=True)
class Sort:
    """Findings of one verdict that people have, or have not, decided about."""

    verdict: str
    dispositions: frozenset[str]

    def holds(self, finding: Finding) -> bool:
        """Say whether a finding is of this sort."""
        return finding["verdict"] == self.verdict and finding["disposition"] in self.dispositions


GAPS = Sort("fail", frozenset({"open", "waiver_expired"}))
ACCEPTED = Sort("fail", frozenset({"waived", "baseline"}))
UNDECIDED = Sort("unknown", frozenset({"open", "waived", "waiver_expired", "baseline"}))


def view_of(run: Run, context: Context) -> View:
    """Return a run as it is seen in the language of the context."""
    return View(run, context.catalogue, Speech(context.language))


def worst_first(run: Run, *sorts: Sort) -> Iterator[Finding]:
    """Yield the findings of each sort in turn, by severity; nothing is held in memory."""
    for sort in sorts:
        for severity in SEVERITIES:
            # Most lines are of another sort: they are not even decoded.
            marks = [f'"{word}"'.encode() for word in (sort.verdict, severity)]
            for line in run.raw():
                if all(mark in line for mark in marks):
                    finding = codec.decode(line)
                    if finding["severity"] == severity and sort.holds(finding):
                        yield finding


def title(view: View, check: str) -> str:
    """Return what a check asks for, or its id where no pack knows it."""
    return one_line(view.check(check, "title") or check)


def named(view: View, finding: Finding) -> str:
    """Return the resource, and beside it how the code calls it where that is another name."""
    resource, address = one_line(finding["resource"]), placing.address(finding)
    return resource if address in resource else resource + view.say("aside", text=address)


def told(view: View, finding: Finding) -> str:
    """Say in one line why a finding has its verdict, with the facts that decided."""
    facts = [sentence(row, view.say) for row in rows(finding["evidence"][:FACTS], view.say)]
    text = one_line(view.say("semicolon").join([view.words(finding["reason"]), *facts]))
    return text if len(text) <= LONGEST else text[:LONGEST] + " …"
