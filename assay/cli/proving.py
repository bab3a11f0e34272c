"""The work of `assay policy prove`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from assay import codec
from assay.cli.options import Common
from assay.engines.choice import build
from assay.errors import UsageError
from assay.examples import recorded
from assay.judging.plan import EngineChoice
from assay.loading import load
from assay.proof import Removal, prove
from assay.snapshot.reader import Snapshot
from assay.trial import Trial


def prove_check(common: Common, id: str, folder: Path | None) -> int:
    """Prove one check on a snapshot and print what was tried; the exit code is 4 where a pass came of nothing."""
    content = load([Path(pack) for pack in common.packs])
    check = content.catalogue.check(id)
    snapshot = Snapshot.open(folder or recorded())
    records = {kind: _records(snapshot, kind) for kind in snapshot.kinds}
    if not records.get(check.kind):
        raise UsageError(f"{snapshot.folder}: holds no {check.kind}; name a snapshot that does with --snapshot")
    parameters = {known.id: known.parameters for known in content.catalogue.checks.values()}
    trial = Trial(content, build(EngineChoice(), content.modules, parameters), snapshot.manifest["settings"])
    removals = list(prove(trial, check, records, snapshot.manifest["taken_at"], _sources(snapshot)))
    for line in _told(removals):
        click.echo(line)
    broken = [removal for removal in removals if removal.broken]
    for removal in broken:
        click.echo(f"BROKEN {removal.resource}: {removal.before} became pass without {removal.removed}")
    click.echo(f"{id}: {len(removals)} removals, {len(broken)} made a pass out of nothing")
    return 4 if broken else 0


def _told(removals: Sequence[Removal]) -> list[str]:
    """One line for each thing removed: how many verdicts became what."""
    lines = []
    for name in dict.fromkeys(removal.removed for removal in removals):
        moves = Counter((item.before, item.after) for item in removals if item.removed == name)
        shown = ", ".join(
            f"{count} {before}" + (f" -> {after}" if after != before else "")
            for (before, after), count in sorted(moves.items())
        )
        lines.append(f"without {name}: {shown}")
    return lines


def _records(snapshot: Snapshot, kind: str) -> list[dict[str, Any]]:
    with snapshot.path(kind).open("rb") as lines:
        return [codec.decode(line) for line in lines]


def _sources(snapshot: Snapshot) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = snapshot.manifest["sources"]
    return found
