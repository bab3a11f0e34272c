"""What the gate says of an estate in one format: the findings of each thing, without where they stand."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from support.judging import AS_OF, content

from assay.audit import Options, audit
from assay.config import DEFAULTS, Config
from assay.gate.gathering import gather
from assay.gate.inputs import Input, recognise
from assay.selection import Selection
from assay.snapshot.reader import Snapshot

from .documents import ACCOUNT
from .table import label


class Said(NamedTuple):
    """What one finding says."""

    verdict: str
    severity: str
    reason: str


Verdicts = Mapping[tuple[str, str], list[Said]]
"""(check, name of a thing) to what is said, sorted: a thing may have several grants or rules."""


def gate(path: Path) -> Verdicts:
    """Judge a plan, a folder of HCL or a template as the gate does, inside this process."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inputs: dict[str, list[Input]] = {"code": recognise(content(), [path.name], path.parent, folder, "code")}
        config = Config(folder / "assay.yaml", {**DEFAULTS, "estate": "made up"})
        gathered = gather(config, content(), inputs, {"account": ACCOUNT}, folder / "snapshot", AS_OF)
        failed = [source for source in gathered.manifest["sources"] if source["outcome"] == "failed"]
        assert not failed, failed
        return verdicts(folder / "snapshot", _place)


def verdicts(snapshot: Path, place: Any) -> Verdicts:
    """Judge a snapshot with the checks of the gate; `place` gives the name of what a finding is about."""
    with audit(Snapshot.open(snapshot), content(), Options(Selection(stage="gate"))) as run:
        return _grouped(run.findings(), place)


def _grouped(findings: Iterable[Mapping[str, Any]], place: Any) -> Verdicts:
    found: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for one in findings:
        said = Said(one["verdict"], one["severity"], one["reason"]["en"])
        found[one["check"], label(place(one))].append(said)
    return {key: sorted(said) for key, said in found.items()}


def _place(finding: Mapping[str, Any]) -> str:
    """Return the name of a resource by its address: `module.inner.aws_s3_bucket.bucket3_log[0]`, or a logical id."""
    address: str = finding["location"]["address"]
    parts = address.partition("[")[0].split(".")
    return next((part for part in reversed(parts) if part[-1:].isdigit()), parts[-1])
