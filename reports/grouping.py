"""A run put in order: controls worst first, their checks, and the worst findings, in bounded memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assay.run import Finding, Run

from .kept import Kept, Rank, rank


@dataclass
class CheckGroup:
    """The findings of one check."""

    id: str
    gaps: Kept
    """Failed and open, or waived until a day that has gone by."""
    accepted: Kept
    """Failed, and waived or in the baseline."""
    unknowns: Kept
    attested: Kept
    """Unknown, with an attestation that stands in."""
    passed: int = 0
    not_applicable: int = 0

    def add(self, finding: Finding) -> None:
        """Put a finding where it belongs."""
        match finding["verdict"]:
            case "pass":
                self.passed += 1
            case "not_applicable":
                self.not_applicable += 1
            case "fail" if finding["disposition"] in ("waived", "baseline"):
                self.accepted.add(finding)
            case "fail":
                self.gaps.add(finding)
            case _:
                (self.attested if finding["disposition"] == "attested" else self.unknowns).add(finding)

    @property
    def judged(self) -> int:
        """How many resources the check was asked about."""
        kept = (self.gaps, self.accepted, self.unknowns, self.attested)
        return self.passed + self.not_applicable + sum(map(len, kept))


@dataclass
class ControlGroup:
    """The checks of one control."""

    id: str
    checks: Sequence[CheckGroup]

    def counts(self, sort: str) -> Counter[str]:
        """Return how many `gaps`, `accepted`, `unknowns` or `attested` of each severity the control has."""
        return sum((getattr(check, sort).counts for check in self.checks), Counter())

    @property
    def passed(self) -> int:
        """How many verdicts are passes."""
        return sum(check.passed for check in self.checks)

    @property
    def not_applicable(self) -> int:
        """How many verdicts are that the duty does not bind the resource."""
        return sum(check.not_applicable for check in self.checks)


@dataclass(frozen=True)
class Grouping:
    """All controls of a run, worst first, and what has to be granted to learn what is unknown."""

    controls: Sequence[ControlGroup]
    denied: Mapping[str, int]
    """Operation that was denied to the number of unknown findings that name it."""

    def count(self, sort: str) -> Counter[str]:
        """Return how many `gaps`, `accepted`, `unknowns` or `attested` of each severity there are."""
        return sum((control.counts(sort) for control in self.controls), Counter())

    def having(self, sort: str) -> list[tuple[str, list[CheckGroup]]]:
        """Return controls, and of each the checks, that have `gaps`, `accepted`, `unknowns` or `attested`.

        The worst of that sort come first.
        """
        found = []
        for control in self.controls:
            checks = [check for check in control.checks if len(getattr(check, sort))]
            if checks:
                checks.sort(key=lambda check: (rank(getattr(check, sort).counts), check.id))
                found.append((rank(control.counts(sort)), control.id, checks))
        return [(control, checks) for _, control, checks in sorted(found, key=lambda item: item[:2])]


def group(run: Run, cap: int) -> Grouping:
    """Read the findings once; of each check keep at most `cap` of a sort and severity."""
    checks: dict[tuple[str, str], CheckGroup] = {}
    denied: Counter[str] = Counter()
    for finding in run.findings():
        key = finding["control"], finding["check"]
        if key not in checks:
            checks[key] = CheckGroup(finding["check"], Kept(cap), Kept(cap), Kept(cap), Kept(cap))
        checks[key].add(finding)
        if finding["verdict"] == "unknown":
            denied.update(_denied(finding))
    by_control: dict[str, list[CheckGroup]] = {}
    for (control, _), check in sorted(checks.items()):
        by_control.setdefault(control, []).append(check)
    controls = [ControlGroup(control, found) for control, found in by_control.items()]
    return Grouping(sorted(controls, key=_order), dict(sorted(denied.items())))


def _denied(finding: Finding) -> set[str]:
    denied = [item for item in finding["evidence"] if item.get("unread") == "denied"]
    return {item["operation"] for item in denied if "operation" in item}


def _order(control: ControlGroup) -> tuple[Rank, Rank, str]:
    return rank(control.counts("gaps")), rank(control.counts("unknowns")), control.id
