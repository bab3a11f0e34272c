"""What a run means for the exit code (contract, section 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assay.selection import at_or_above

CLEAN, GAPS, INCOMPLETE = 0, 1, 3


@dataclass(frozen=True)
class Outcome:
    """An exit code with its reason in one line."""

    code: int
    line: str


def of(head: Mapping[str, Any], fail_on: str, allow_unknown: bool, strict: bool = False) -> Outcome:
    """Decide from the head of a run: gaps first, then what could not be judged; strict counts every unknown."""
    summary = head["summary"]
    gaps = _at(summary["gaps"], fail_on)
    unknowns = _at(summary.get("unknowns", {}), "low" if strict else fail_on)
    # What no plan can know is listed and does not count, unless every unknown does.
    ahead = 0 if strict else _at(summary.get("ahead", {}), fail_on)
    unknowns -= ahead
    withheld = _at(summary.get("withheld", {}), "low" if strict else fail_on)
    lost = [source["name"] for source in head["run"].get("sources", ()) if source["outcome"] == "failed"]
    told = f"{gaps} gaps and {unknowns} unknown at or above {fail_on}"
    if strict:
        told = f"{gaps} gaps at or above {fail_on}, {unknowns} unknown"
    if ahead:
        told += f" ({ahead} more only a deployment or a snapshot can settle)"
    if gaps:
        return Outcome(GAPS, told)
    if not summary["checks"]["assessed"]:
        return Outcome(INCOMPLETE, "nothing was there to judge: no check was assessed")
    if (unknowns or withheld or lost) and not allow_unknown:
        why = f"{told}; not read at all: {', '.join(lost)}" if lost else told
        if withheld:
            why += f"; resources of {withheld} checks could not be read"
        return Outcome(INCOMPLETE, f"incomplete: {why}")
    return Outcome(CLEAN, told)


def _at(counts: Mapping[str, int], level: str) -> int:
    return sum(count for severity, count in counts.items() if at_or_above(severity, level))
