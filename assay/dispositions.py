"""What people decided about gaps, put beside the verdicts: waived, expired, baseline. A verdict never changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assay import codec
from assay.check import SEVERITIES
from assay.judging.findings import REASONS
from assay.run import Finding, Run

Disposition = str
AHEAD = frozenset({"known_after_apply", "not_in_source"})
"""Reasons of unread facts that only a deployment, or a snapshot, can settle."""
_ERRORS = [dict(words) for words in REASONS.values()]
_GAP, _UNKNOWN = b'"verdict":"fail"', b'"verdict":"unknown"'


def apply(run: Run, decide: Callable[[Finding], Disposition], folder: Path) -> Run:
    """Give every gap its disposition, in a copy of the findings under `folder`; the summary counts the open ones."""
    lines = folder / "decided.ndjson"
    counts: Counter[Disposition] = Counter()
    gaps, ahead = dict.fromkeys(SEVERITIES, 0), dict.fromkeys(SEVERITIES, 0)
    with lines.open("wb") as out:
        for line in run.raw():
            if _GAP in line or _UNKNOWN in line:
                finding = codec.decode(line)
                if finding["verdict"] == "fail":
                    finding["disposition"] = decide(finding)
                    counts[finding["disposition"]] += 1
                    if finding["disposition"] in ("open", "waiver_expired"):
                        gaps[finding["severity"]] += 1
                    line = codec.encode(finding)
                elif finding["verdict"] == "unknown" and lies_ahead(finding):
                    ahead[finding["severity"]] += 1
            out.write(line + b"\n")
    told = {"waived": counts["waived"], "expired": counts["waiver_expired"], "baseline": counts["baseline"]}
    summary = {**run.head["summary"], "gaps": gaps, "ahead": ahead, **told}
    return Run({**run.head, "summary": summary}, lines)


def lies_ahead(finding: Finding) -> bool:
    """Say whether an unknown comes of the code alone: a value known after apply, a date of the past, no snapshot."""
    if dict(finding["reason"]) in _ERRORS:
        return False
    why: list[Any] = [item["unread"] for item in finding["evidence"] if "unread" in item]
    return bool(why) and AHEAD.issuperset(why)
