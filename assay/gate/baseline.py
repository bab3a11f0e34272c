"""A baseline: the gaps that were there before, so that only new ones fail (`assay.baseline/1`).

A gap is the same one when check, resource, file and address are the same and it is no worse: the same name in
another file is new.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assay import files, schema
from assay.errors import ConfigError
from assay.run import Finding
from assay.selection import at_or_above

FORMAT = "assay.baseline/1"
LIMIT = 256 * 2**20
Key = tuple[str, str, str]
"""Fingerprint, path and address."""


def key(finding: Finding) -> Key:
    """Return what tells a gap from others, across runs."""
    place = finding["location"] or {}
    return finding["fingerprint"], place.get("path", ""), place.get("address", "")


@dataclass(frozen=True)
class Baseline:
    """Known gaps by key."""

    gaps: Mapping[Key, Mapping[str, Any]]

    def holds(self, finding: Finding) -> bool:
        """Say whether a gap was there before, and was no less severe."""
        known = self.gaps.get(key(finding))
        return known is not None and at_or_above(known["severity"], finding["severity"])

    def without(self, gone: Iterable[Key]) -> Baseline:
        """Return the baseline without some gaps."""
        left = dict(self.gaps)
        for name in gone:
            left.pop(name, None)
        return Baseline(left)

    def with_(self, findings: Iterable[Finding], day: str, reason: str) -> Baseline:
        """Return the baseline with further gaps; those it has keep their day and reason."""
        return Baseline({**{key(f): _entry(f, day, reason) for f in findings}, **self.gaps})

    def save(self, path: Path) -> None:
        """Write it, a gap on a line and sorted, so that a change reads well in a review."""
        gaps = sorted(self.gaps.values(), key=lambda gap: (gap["path"], gap["address"], gap["check"], gap["resource"]))
        lines = ",\n".join(json.dumps(gap, ensure_ascii=False) for gap in gaps)
        with files.whole(path, 0o644) as file:
            file.write(f'{{"format": "{FORMAT}", "gaps": [\n{lines}\n]}}\n'.encode())


def load(path: Path) -> Baseline:
    """Read a baseline; raises `ConfigError` where it is none."""
    try:
        data = json.loads(files.read(path, LIMIT))
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: is no baseline: {error}") from None
    for where, mistake in schema.mistakes(schema.own("baseline"), data):
        raise ConfigError(f"{path}: {'.'.join(map(str, where)) or 'the baseline'}: {mistake}")
    gaps = data["gaps"]
    return Baseline({(gap["fingerprint"], gap["path"], gap["address"]): gap for gap in gaps})


def of(findings: Iterable[Finding]) -> Baseline:
    """Return the gaps of another run as a baseline."""
    return Baseline({}).with_(findings, "", "")


def _entry(finding: Finding, day: str, reason: str) -> dict[str, Any]:
    fingerprint, path, address = key(finding)
    return {
        "fingerprint": fingerprint,
        "check": finding["check"],
        "resource": finding["resource"],
        "path": path,
        "address": address,
        "severity": finding["severity"],
        "since": day,
        "reason": reason,
    }
