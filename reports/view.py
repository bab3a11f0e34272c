"""What the packs say about the checks, controls and clauses that a run names; the unknown go by id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from assay.catalogue import Catalogue, Clause
from assay.check import Check, Words
from assay.run import Run
from assay.text import pick

from .grouping import ControlGroup, Grouping
from .speech import Speech

_NOTHING: Words = {"en": ""}


@dataclass(frozen=True)
class Indexed:
    """One clause of a framework, and a control that serves it, with what was found if it was assessed."""

    clause: Clause
    control: str
    group: ControlGroup | None


@dataclass(frozen=True)
class View:
    """A run and the catalogue, seen in one language."""

    run: Run
    catalogue: Catalogue
    say: Speech

    @property
    def other(self) -> str:
        """The other language."""
        return "zh-CN" if self.say.language == "en" else "en"

    def words(self, words: Words) -> str:
        """Pick the language of the report."""
        return pick(words, self.say.language)

    def moment(self, text: str) -> str:
        """Write an instant to the minute, at the offset of the run's own; what is none stays as it is."""
        try:
            zone = datetime.fromisoformat(self.run.head["run"]["as_of"]).tzinfo
            return datetime.fromisoformat(text).astimezone(zone).isoformat(" ", "minutes")
        except ValueError:
            return text

    def check(self, check: str, part: str, language: str | None = None) -> str:
        """Return the `title`, `why` or `remedy` of a check, or nothing."""
        found = self.catalogue.checks.get(check)
        return pick(getattr(found, part) if found else _NOTHING, language or self.say.language)

    def control(self, control: str, part: str, language: str | None = None) -> str:
        """Return the `title` or `objective` of a control, or nothing."""
        found = self.catalogue.controls.get(control)
        return pick(getattr(found, part) if found else _NOTHING, language or self.say.language)

    def fixes(self, check: str) -> Mapping[str, str]:
        """Return how a check's gap is fixed, by way: sql, cli, terraform."""
        found = self.catalogue.checks.get(check)
        return {way: text.strip() for way, text in found.fix.items()} if found else {}

    def parameters(self, check: str) -> Mapping[str, Any]:
        """Return the thresholds by which the check judged in this run."""
        found: Mapping[str, Any] = self.run.head["run"].get("parameters", {}).get(check, {})
        return found

    def threshold_clause(self, check: str, name: str) -> str:
        """Return the clause that sets a threshold, or nothing."""
        found: Check | None = self.catalogue.checks.get(check)
        return found.clauses.get(name, "") if found else ""

    def clauses(self, control: str) -> Mapping[str, Sequence[Clause]]:
        """Return the clauses that a control serves, by framework."""
        found = self.catalogue.controls.get(control)
        served: dict[str, list[Clause]] = {}
        for clause in found.clauses if found else ():
            served.setdefault(clause.framework, []).append(clause)
        return served

    def framework(self, framework: str) -> str:
        """Return the name of a framework."""
        found = self.catalogue.frameworks.get(framework)
        return found.name if found else framework

    def index(self, grouping: Grouping) -> Iterator[tuple[str, Sequence[Indexed]]]:
        """Yield each framework that the run touches with its clauses in their order."""
        groups = {control.id: control for control in grouping.controls}
        missed = (self.catalogue.checks.get(item["check"]) for item in self.run.head["not_assessed"])
        controls = sorted(groups.keys() | {check.control for check in missed if check})
        by_framework: dict[str, list[Indexed]] = {}
        for control in controls:
            for framework, clauses in self.clauses(control).items():
                lines = [Indexed(clause, control, groups.get(control)) for clause in clauses]
                by_framework.setdefault(framework, []).extend(lines)
        for framework in sorted(by_framework):
            yield framework, sorted(by_framework[framework], key=_in_order)


def _in_order(line: Indexed) -> tuple[list[tuple[int, str]], str]:
    """Sort 5.2 before 5.10."""
    parts = re.findall(r"\d+|\D+", line.clause.clause)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts], line.control
