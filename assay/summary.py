"""The head of a run: what was judged by what, and the counts."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assay.check import SEVERITIES, Check
from assay.judging.plan import WITHHELD, Plan
from assay.loading import Content
from assay.run import FORMAT
from assay.snapshot.reader import Snapshot

_IDS = uuid.UUID("6f0d3c9e-6c0f-5d5e-9a55-0d5a4f7a55a1")
"""The name space of run ids: the same audit of the same snapshot has the same id."""


def head(
    snapshot: Snapshot,
    content: Content,
    plan: Plan,
    tally: Mapping[tuple[str, str, str], int],
    engine: Mapping[str, str],
) -> dict[str, Any]:
    """Return the head of a run from the tally of its findings: (check, verdict, severity) to number."""
    packs = [{"name": pack.name, "digest": pack.digest} for pack in content.packs]
    assessed = {check for check, _, _ in tally}
    summary = _summary(plan, tally, assessed, snapshot)
    sources = [_source(source) for source in snapshot.manifest["sources"]]
    whole = all(source["outcome"] == "complete" for source in sources)
    about = {
        "estate": snapshot.manifest["estate"],
        "as_of": plan.as_of,
        "snapshot": snapshot.digest,
        "engine": dict(engine),
        "pack": packs,
        "sources": sources,
        "parameters": {check.id: dict(check.parameters) for check in plan.checks if check.parameters},
        "complete": whole and summary["verdicts"]["unknown"] == 0 and bool(assessed),
    }
    if "language" in snapshot.manifest["settings"]:
        about["language"] = snapshot.manifest["settings"]["language"]
    about["id"] = str(uuid.uuid5(_IDS, repr(sorted((name, repr(value)) for name, value in about.items()))))
    return {
        "format": FORMAT,
        "run": about,
        "summary": summary,
        "not_assessed": [
            *(
                {"check": check.id, "why": _why(check, content, plan)}
                for check in plan.checks
                if check.id not in assessed
            ),
            *({"check": id, "why": _elsewhere(content.catalogue.check(id), content)} for id in plan.elsewhere),
        ],
    }


def _summary(
    plan: Plan, tally: Mapping[tuple[str, str, str], int], assessed: set[str], snapshot: Snapshot
) -> dict[str, Any]:
    verdicts = dict.fromkeys(("pass", "fail", "unknown", "not_applicable"), 0)
    gaps, unknowns = dict.fromkeys(SEVERITIES, 0), dict.fromkeys(SEVERITIES, 0)
    for (_, verdict, severity), count in tally.items():
        verdicts[verdict] += count
        gaps[severity] += count if verdict == "fail" else 0
        unknowns[severity] += count if verdict == "unknown" else 0
    return {
        "resources": sum(_lines(snapshot.path(kind)) for kind in snapshot.kinds),
        "checks": {"assessed": len(assessed), "not_assessed": len(plan.checks) - len(assessed) + len(plan.elsewhere)},
        "verdicts": verdicts,
        "gaps": gaps,
        "unknowns": unknowns,
        "withheld": _withheld(plan),
        "ahead": dict.fromkeys(SEVERITIES, 0),
        "waived": 0,
        "baseline": 0,
        "attested": 0,
        "expired": 0,
    }


def _withheld(plan: Plan) -> dict[str, int]:
    """Count, by severity, the checks that judge a kind of which resources could not be read."""
    counts = dict.fromkeys(SEVERITIES, 0)
    for check in plan.checks:
        if plan.incomplete.get(check.kind, [""])[0] in WITHHELD:
            counts[check.severity] += 1
    return counts


def _lines(path: Path) -> int:
    """Count the records of a kind; one that several sources describe is one."""
    with path.open("rb") as file:
        return sum(1 for _ in file)


def _source(source: Mapping[str, Any]) -> dict[str, Any]:
    return {name: source[name] for name in ("name", "collector", "outcome", "message") if name in source}


def _elsewhere(check: Check, content: Content) -> str:
    return f"{_title(check, content)}: judged by {' or '.join(check.stages) or 'no stage'}, not here"


def _why(check: Check, content: Content, plan: Plan) -> str:
    title = _title(check, content)
    if check.kind in plan.incomplete:
        reason, operation = plan.incomplete[check.kind]
        return f"no {title} could be read: {reason}" + (f" ({operation})" if operation else "")
    return f"no {title} in the snapshot"


def _title(check: Check, content: Content) -> str:
    return str(content.schemas[check.kind].get("x-title", {}).get("en", check.kind))
