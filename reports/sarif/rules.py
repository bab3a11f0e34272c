"""The checks of a run as SARIF's rules, with what helps to mend a gap."""

from __future__ import annotations

from typing import Any

from assay.check import SEVERITIES
from assay.text import one_line, sanitize

from ..grouping import CheckGroup, Grouping
from ..markup import fenced
from ..pipeline import title
from ..view import View

#: GitHub ranks alerts by these; each lies in its range for the word.
SECURITY_SEVERITY = {"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "3.0"}
LEVEL = {"critical": "error", "high": "error", "medium": "warning", "low": "note"}
CLAUSES = 10
"""Clauses of a framework that are named in the help."""


class Rules:
    """The checks of which the file speaks, in the order in which results count them."""

    def __init__(self, view: View, grouping: Grouping) -> None:
        self._view = view
        spoken = (check for control in grouping.controls for check in control.checks if _counts(check))
        self._checks = sorted(spoken, key=lambda check: check.id)
        self.index = {check.id: number for number, check in enumerate(self._checks)}
        """Check to its place in the list."""
        self.results = sum(len(check.gaps) + len(check.accepted) for check in self._checks)
        """How many results all of it would be."""

    def described(self) -> list[dict[str, Any]]:
        """Return every rule."""
        return [self._rule(check) for check in self._checks]

    def _rule(self, check: CheckGroup) -> dict[str, Any]:
        severity = _worst(check)
        name = title(self._view, check.id)
        return {
            "id": one_line(check.id),
            "shortDescription": {"text": name},
            "fullDescription": {"text": sanitize(self._view.check(check.id, "why")) or name},
            "help": {"text": self._help(check.id), "markdown": self._help(check.id, marked=True)},
            "defaultConfiguration": {"level": LEVEL[severity]},
            "properties": {
                "security-severity": SECURITY_SEVERITY[severity],
                "precision": "high",
                "tags": ["security", "compliance", one_line(check.id.partition(".")[0])],
            },
        }

    def _help(self, check: str, *, marked: bool = False) -> str:
        """Say how a gap is mended, as plain text or as Markdown."""
        view = self._view
        parts = [view.check(check, "remedy") or title(view, check)]
        for way, text in view.fixes(check).items():
            parts += [view.say.code("fix", way), fenced(text) if marked else text]
        for framework, clauses in view.clauses(check.partition(".")[0]).items():
            sure = [clause.clause for clause in clauses if clause.confidence == "high"][:CLAUSES]
            if sure:
                parts.append(view.say("pair", name=view.framework(framework), value=view.say.listed(sure)))
        return sanitize("\n\n".join(parts))


def _counts(check: CheckGroup) -> bool:
    return bool(check.gaps or check.accepted or check.unknowns)


def _worst(check: CheckGroup) -> str:
    """Return the worst severity that the check has in this run: a rule has one, findings may differ."""
    for kept in (check.gaps, check.accepted, check.unknowns):
        for severity in SEVERITIES:
            if kept.counts[severity]:
                return severity
    raise ValueError(f"{check.id} has nothing to tell")
