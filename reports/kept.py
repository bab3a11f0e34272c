"""Findings of one sort, counted in full and kept in part, and the order in which reports put what is bad."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assay.check import SEVERITIES
from assay.run import Finding

Rank = tuple[int, ...]
"""How bad something is; sorted, many critical ones come before few, and any before none."""


@dataclass
class Kept:
    """Findings of one sort: all are counted, the worst are kept."""

    cap: int
    counts: Counter[str] = field(default_factory=Counter)
    """How many of each severity."""
    _kept: dict[str, list[Finding]] = field(default_factory=dict)

    def add(self, finding: Finding) -> None:
        """Count a finding, and keep it while there is room at its severity."""
        severity = finding["severity"]
        self.counts[severity] += 1
        same = self._kept.setdefault(severity, [])
        if len(same) < self.cap:
            same.append(finding)

    @property
    def worst(self) -> Sequence[Finding]:
        """The worst findings, in the order of the run within a severity."""
        return [finding for severity in SEVERITIES for finding in self._kept.get(severity, ())][: self.cap]

    @property
    def more(self) -> int:
        """How many were counted and are not among the worst."""
        return max(0, len(self) - self.cap)

    def __len__(self) -> int:
        return self.counts.total()


def rank(counts: Mapping[str, int]) -> Rank:
    """Order counts by severity, the worst first."""
    return tuple(-counts.get(severity, 0) for severity in SEVERITIES)
