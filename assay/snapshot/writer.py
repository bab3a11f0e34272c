"""Writes a snapshot: all sources into a temporary folder, which then takes its name at once."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import assay
from assay import codec, dates, schema
from assay.collector import Outcome, Resource
from assay.errors import AssayError, UsageError
from assay.snapshot import FORMAT
from assay.snapshot.record import merge, record
from assay.snapshot.spool import Spool


class SourceWriter:
    """What one collector writes to: the `Output` of its protocol."""

    def __init__(self, writer: SnapshotWriter, number: int, name: str, collector: str, basis: str) -> None:
        self._writer = writer
        self._number = number
        self.name, self.collector, self.basis = name, collector, basis
        self.kinds: dict[str, dict[str, Any]] = {}
        self.notes: list[str] = []
        self.day: str | None = None
        self.failed: tuple[str, str] | None = None

    def feeds(self, kinds: Sequence[str]) -> None:
        """Name the kinds that this source feeds, before it is read."""
        for kind in kinds:
            self.kinds.setdefault(kind, {"count": 0, "complete": True})

    def resource(self, kind: str, resource: Resource) -> None:
        """Take one resource; what its schema forbids becomes unread, never a crash and never a fact."""
        self.feeds([kind])
        self.kinds[kind]["count"] += 1
        self._writer.take(self, kind, resource)

    def read(self, operation: str, target: str, outcome: Outcome, code: str = "", ms: int = 0) -> None:
        """Note one read in the ledger."""
        self._writer.ledger(
            {"source": self.name, "collector": self.collector, "operation": operation, "target": target}
            | {"outcome": outcome, "code": code, "ms": ms}
        )

    def incomplete(self, kind: str, reason: str, operation: str = "") -> None:
        """Say that resources of this kind may be missing."""
        self.feeds([kind])
        self.kinds[kind] |= {"complete": False, "reason": reason} | (
            {"operation": operation} if operation else {}
        )

    def data_as_of(self, day: date) -> None:
        """Say of which day the facts are."""
        self.day = day.isoformat()

    def note(self, line: str) -> None:
        """Keep one line for the user."""
        self.notes.append(self._writer.scrub(line))

    def fail(self, reason: str, message: str) -> None:
        """Say that nothing at all could be read: no kind that it feeds is complete."""
        message = self._writer.scrub(message)
        self.failed = (reason, message)
        for kind in self.kinds:
            self.incomplete(kind, reason)
        self.read("collect", self.name, "denied" if reason == "denied" else "error", message)

    @property
    def number(self) -> int:
        """Its place in the configuration."""
        return self._number

    def summary(self) -> dict[str, Any]:
        """What the manifest says of this source."""
        whole = all(kind["complete"] for kind in self.kinds.values())
        made: dict[str, Any] = {"name": self.name, "collector": self.collector, "basis": self.basis}
        made["outcome"] = "failed" if self.failed else "complete" if whole else "partial"
        made["kinds"] = self.kinds
        if self.failed:
            made |= {"reason": self.failed[0], "message": self.failed[1]}
        return made | ({"data_as_of": self.day} if self.day else {})


class SnapshotWriter:
    """A snapshot in the making; use it as a context manager and call `commit` when all sources are read."""

    def __init__(
        self,
        target: Path,
        header: Mapping[str, Any],
        schemas: Mapping[str, schema.Schema],
        scrub: Callable[[str], str] = str,
    ) -> None:
        if target.exists() and any(target.iterdir()) and not (target / "manifest.json").is_file():
            raise UsageError(f"{target}: exists and is no snapshot; name another folder")
        self._target = target
        self._header = dict(header)
        self.schemas = schemas
        self.scrub = scrub
        self.sources: list[SourceWriter] = []
        self._spools: dict[str, Spool] = {}
        self._valid: dict[str, Callable[[object], bool]] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> SnapshotWriter:
        try:
            self._target.parent.mkdir(parents=True, exist_ok=True)
            self._folder = Path(tempfile.mkdtemp(prefix=f".{self._target.name}.", dir=self._target.parent))
            self._ledger: IO[bytes] = (self._folder / "ledger.ndjson").open("wb")
        except OSError as error:
            raise AssayError(f"{self._target}: cannot be written: {error.strerror}") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ledger.close()
        for spool in self._spools.values():
            spool.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def source(self, name: str, collector: str, basis: str) -> SourceWriter:
        """Open the output of one source."""
        writer = SourceWriter(self, len(self.sources), name, collector, basis)
        self.sources.append(writer)
        return writer

    def take(self, source: SourceWriter, kind: str, resource: Resource) -> None:
        """Spool one resource of a source, with only what the kind's schema allows."""
        if kind not in self.schemas:
            raise ValueError(f"collector {source.collector} wrote the kind {kind!r}, which no pack describes")
        made = record(resource, source.name, self._header["taken_at"], source.basis)
        with self._lock:
            if not self._accepts(kind, made):
                for name, why in _refused(self.schemas[kind], made):
                    resource.miss(name, "unsupported", why)
                    source.note(f"{kind} {resource.id}: {name}: {why}; kept as unread")
                made = record(resource, source.name, self._header["taken_at"], source.basis)
            if kind not in self._spools:
                self._spools[kind] = Spool(self._folder / f"{kind}.spool")
            self._spools[kind].add(source.number, made)

    def ledger(self, line: Mapping[str, Any]) -> None:
        """Append one line to the ledger."""
        stamped = {**line, "code": self.scrub(str(line["code"])), "at": dates.stamp(dates.now())}
        with self._lock:
            self._ledger.write(codec.encode(stamped) + b"\n")

    def commit(self) -> dict[str, Any]:
        """Sort, merge and write everything, then give the snapshot its name; returns the manifest."""
        (self._folder / "resources").mkdir()
        for kind in sorted(self._spools):
            self._write_kind(kind)
        self._ledger.close()
        files = sorted(path for path in self._folder.rglob("*") if path.is_file())
        manifest = self._header | {
            "format": FORMAT,
            "assay": assay.__version__,
            "sources": [source.summary() for source in self.sources],
            "files": {
                path.relative_to(self._folder).as_posix(): codec.digest_file(path) for path in files
            },
        }
        (self._folder / "manifest.json").write_bytes(codec.encode(manifest) + b"\n")
        self._name()
        return manifest

    def _accepts(self, kind: str, made: object) -> bool:
        if kind not in self._valid:
            self._valid[kind] = schema.checker(self.schemas[kind])
        return self._valid[kind](made)

    def _write_kind(self, kind: str) -> None:
        with (self._folder / "resources" / f"{kind}.ndjson").open("wb") as file:
            for group in self._spools[kind].drain():
                by_basis = [(self.sources[number].basis, made) for number, made in group]
                made, contradictions = merge(by_basis) if len(group) > 1 else (group[0][1], [])
                for name in contradictions:
                    self.sources[group[0][0]].note(
                        f"{kind} {made['id']}: two sources state different values of {name}; the first stands"
                    )
                file.write(codec.encode(made) + b"\n")

    def _name(self) -> None:
        """Swap the finished folder in; an earlier snapshot of that name goes only when the new one stands."""
        old = self._folder.with_name(self._folder.name + ".old")
        with contextlib.suppress(FileNotFoundError):
            self._target.replace(old)
        self._folder.replace(self._target)
        shutil.rmtree(old, ignore_errors=True)


def _refused(kind: schema.Schema, made: Mapping[str, Any]) -> list[tuple[str, str]]:
    """List the fields of a record that its schema refuses, with the reason."""
    found: dict[str, str] = {}
    for path, why in schema.mistakes(kind, made):
        if not path or path[0] in ("id", "name", "source", "collected_at"):
            raise ValueError(f"a record is not usable: {why}")
        found.setdefault(str(path[0]), why)
    return list(found.items())
