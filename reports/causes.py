"""Unknown findings put together by their cause, so that one missing permission is told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assay import codec
from assay.check import Words
from assay.run import Finding


@dataclass(frozen=True)
class Cause:
    """One reason with one set of facts that could not be read, and the findings that share it."""

    severity: str
    reason: Words
    evidence: Sequence[Finding]
    findings: list[Finding] = field(default_factory=list)


def causes(findings: Iterable[Finding]) -> list[Cause]:
    """Group findings by severity, reason and evidence, in the order in which they come."""
    found: dict[bytes, Cause] = {}
    for finding in findings:
        key = finding["severity"], finding["reason"], finding["evidence"]
        found.setdefault(codec.encode(key), Cause(*key)).findings.append(finding)
    return list(found.values())
