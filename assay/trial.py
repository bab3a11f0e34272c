"""Judges records held in memory, inside this process: for `policy prove`, and for the tests."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assay import codec
from assay.audit import Options, index_of, prepare
from assay.engines.protocol import PolicyEngine
from assay.errors import PolicyError
from assay.judging.judge import Judge
from assay.loading import Content
from assay.selection import Selection
from assay.snapshot import FORMAT
from assay.snapshot.reader import Snapshot

Records = Mapping[str, Iterable[Mapping[str, Any]]]
"""Kind to records in the form of a snapshot."""


@dataclass(frozen=True)
class Trial:
    """An engine and a pack, ready to judge one made-up snapshot after the other."""

    content: Content
    engine: PolicyEngine
    settings: Mapping[str, Any] = field(default_factory=lambda: {"timezone": "Asia/Shanghai"})

    def judge(
        self, records: Records, checks: Sequence[str], as_of: str, sources: Sequence[Mapping[str, Any]]
    ) -> list[dict[str, Any]]:
        """Return the findings of the checks; `sources` are those of a manifest, which say what is complete.

        Raises `PolicyError` where a policy gave no usable answer.
        """
        with tempfile.TemporaryDirectory(prefix="assay-") as folder:
            snapshot = _write(Path(folder) / "snapshot", records, as_of, sources, self.settings)
            options = Options(Selection(only=checks), now=as_of)
            plan = prepare(snapshot, self.content, options, Path(folder) / "index.sqlite")
            places = index_of(snapshot, plan)
            with contextlib.closing(Judge(plan, self.engine)) as judge:
                return list(_findings(judge, places))


def _findings(judge: Judge, places: Mapping[str, Sequence[tuple[int, int]]]) -> Iterator[dict[str, Any]]:
    for kind in sorted(places):
        for start, end in places[kind]:
            judged = judge.judge(kind, start, end)
            if judged.problems:
                raise PolicyError("; ".join(f"{id}: {why}" for id, why in judged.problems.items()))
            yield from map(codec.decode, judged.lines.splitlines())


def _write(
    folder: Path,
    records: Records,
    as_of: str,
    sources: Sequence[Mapping[str, Any]],
    settings: Mapping[str, Any],
) -> Snapshot:
    """Lay the records out as a snapshot, without its border check: they come from one."""
    (folder / "resources").mkdir(parents=True)
    for kind, given in records.items():
        lines = [codec.encode(record) for record in sorted(given, key=lambda record: str(record["id"]))]
        if lines:
            (folder / "resources" / f"{kind}.ndjson").write_bytes(b"\n".join(lines) + b"\n")
    files = {f"resources/{path.name}": codec.digest_file(path) for path in (folder / "resources").iterdir()}
    manifest: dict[str, Any] = {"format": FORMAT, "estate": "trial", "taken_at": as_of, "settings": settings}
    manifest |= {"sources": list(sources), "files": files}
    return Snapshot(folder, manifest, codec.digest(codec.encode(manifest)))
