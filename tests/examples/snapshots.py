"""Reads snapshots for comparison, without what differs from one reading of the same thing to the next."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from assay.snapshot.reader import Snapshot

Records = dict[str, dict[str, dict[str, Any]]]
"""By kind and id."""


def records(folder: Path) -> Records:
    """Return the resources of a snapshot whose digests are right."""
    snapshot = Snapshot.open(folder)
    return {kind: {item["id"]: item for item in lines(snapshot.path(kind))} for kind in snapshot.kinds}


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def reads(folder: Path) -> list[dict[str, Any]]:
    """Return the lines of the ledger without their times, in an order that does not depend on threads."""
    kept = [{name: line[name] for name in line if name not in ("at", "ms")} for line in lines(folder / "ledger.ndjson")]
    return sorted(kept, key=lambda line: json.dumps(line, sort_keys=True))


def manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest without the digest of the ledger, which holds times."""
    made: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
    return made | {"files": {name: made["files"][name] for name in made["files"] if name != "ledger.ndjson"}}
