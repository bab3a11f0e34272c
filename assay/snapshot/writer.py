"""Writes a snapshot: all sources into a temporary folder, which then takes its name at once."""

from __future__ import annotations

import contextlib
import functools
import shutil
import tempfile
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import assay
from assay import codec, dates, schema
from assay.collector import Resource
from assay.errors import UsageError
from assay.files import locked, name_folder, storing, sweep
from assay.snapshot import FORMAT, SEAL
from assay.snapshot.describing import described
from assay.snapshot.merging import Described, vouching
from assay.snapshot.reader import seal
from assay.snapshot.record import ENGINE_KEYS, exact, record
from assay.snapshot.sameness import Sameness
from assay.snapshot.source import SourceWriter, Takes, everything
from assay.snapshot.spool import Spool


class SnapshotWriter:
    """A snapshot in the making; use it as a context manager and call `commit` when all sources are read."""

    def __init__(
        self,
        target: Path,
        header: Mapping[str, Any],
        schemas: Mapping[str, schema.Schema],
        scrub: Callable[[str], str] = str,
    ) -> None:
        if not _free(target):
            raise UsageError(f"{target}: exists and is no snapshot; name another folder")
        self._target = target
        self._header = dict(header)
        self.schemas = schemas
        # Few texts stand beside millions of facts.
        self._scrub = functools.lru_cache(maxsize=4096)(scrub)
        self.sources: list[SourceWriter] = []
        self._spools: dict[str, Spool] = {}
        self._same: dict[str, Sameness] = {}
        self._valid: dict[str, Callable[[object], bool]] = {}
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        with storing(self._target):
            self._target.parent.mkdir(parents=True, exist_ok=True)
            prefix = f".{self._target.name}."
            sweep(self._target.parent, prefix, "ledger.ndjson")
            self._folder = Path(tempfile.mkdtemp(prefix=prefix, dir=self._target.parent))
            self._ledger: IO[bytes] = locked(self._folder / "ledger.ndjson")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for close in (self._ledger.close, *(spool.close for spool in self._spools.values())):
            with contextlib.suppress(OSError):
                close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def source(self, name: str, collector: str, basis: str, takes: Takes = everything) -> SourceWriter:
        """Open the output of one source; `takes` says which of its resources come in."""
        writer = SourceWriter(self, len(self.sources), name, collector, basis, takes)
        self.sources.append(writer)
        return writer

    def scrub(self, text: str) -> str:
        """Return a text as it may be written: without any secret, and as JSON can hold it."""
        return exact(self._scrub(text))

    def take(self, source: SourceWriter, kind: str, resource: Resource) -> None:
        """Spool one resource of a source, with only what the kind's schema allows."""
        if kind not in self.schemas:
            raise ValueError(f"collector {source.collector} wrote the kind {kind!r}, which no pack describes")
        self._hide(resource)
        made = record(resource, source.name, self._header["taken_at"], source.basis)
        with self._lock, storing(self._target):
            if not self._accepts(kind, made):
                for name, why in _refused(self.schemas[kind], made):
                    resource.miss(name, "unsupported", why)
                    source.note(f"{kind} {resource.id}: {name}: {why}; kept as unread")
                made = record(resource, source.name, self._header["taken_at"], source.basis)
            if kind not in self._spools:
                self._spools[kind] = Spool(self._folder / f"{kind}.spool")
                self._same[kind] = Sameness(self.schemas[kind])
            self._spools[kind].add(source.number, made)
            self._same[kind].see(source.number, source.basis, made)

    def ledger(self, line: Mapping[str, Any]) -> None:
        """Append one line to the ledger."""
        told = {name: self.scrub(str(line[name])) for name in ("operation", "target", "code")}
        stamped = {**line, **told, "at": dates.stamp(dates.now())}
        with self._lock, storing(self._target):
            self._ledger.write(codec.encode(stamped) + b"\n")

    def commit(self) -> dict[str, Any]:
        """Sort, merge and write everything, then give the snapshot its name; returns the manifest.

        Raises `StorageError` where the disk refuses; an earlier snapshot of that name then stands.
        """
        with storing(self._target):
            return self._commit()

    def _commit(self) -> dict[str, Any]:
        (self._folder / "resources").mkdir()
        for kind in sorted(self._spools):
            self._write_kind(kind)
        self._ledger.close()
        files = sorted(path for path in self._folder.rglob("*") if path.is_file())
        manifest = self._header | {
            "format": FORMAT,
            "assay": assay.__version__,
            "seal": SEAL,
            "sources": [source.summary() for source in self.sources],
            "files": {path.relative_to(self._folder).as_posix(): codec.digest_file(path) for path in files},
        }
        written = codec.encode(manifest) + b"\n"
        (self._folder / "manifest.json").write_bytes(written)
        (self._folder / SEAL).write_bytes(seal(written))
        name_folder(self._folder, self._target)
        return manifest

    def _hide(self, resource: Resource) -> None:
        """Take secrets out of what stands beside the facts: where they are from, and why one is unread."""
        resource.unread = {name: (why, self.scrub(what)) for name, (why, what) in resource.unread.items()}
        if resource.location is not None:
            place = resource.location.items()
            resource.location = {key: self.scrub(part) if isinstance(part, str) else part for key, part in place}

    def _accepts(self, kind: str, made: object) -> bool:
        if kind not in self._valid:
            self._valid[kind] = schema.checker(self.schemas[kind])
        return self._valid[kind](made)

    def _write_kind(self, kind: str) -> None:
        vouched = vouching(self.schemas[kind])
        for ids in self._same[kind].doubtful():
            self.sources[0].note(f"{kind}: {', '.join(ids)} name one document; each is judged by itself")
        with (self._folder / "resources" / f"{kind}.ndjson").open("wb") as file:
            for group in self._spools[kind].drain(self._same[kind].ids()):
                # One source may describe a thing twice, in any order.
                group.sort(key=lambda item: (item[0], codec.encode(item[1])))
                by_basis: list[Described] = [(self.sources[number].basis, made) for number, made in group]
                made, lines = described(kind, by_basis, vouched, self.schemas[kind])
                for line in lines:
                    self.sources[group[0][0]].note(line)
                file.write(codec.encode(made) + b"\n")


def _free(target: Path) -> bool:
    """Say whether a snapshot may take the name: nothing has it, or an earlier snapshot, or an empty folder."""
    if not target.is_dir():
        return not target.exists()
    return (target / "manifest.json").is_file() or not any(target.iterdir())


def _refused(kind: schema.Schema, made: Mapping[str, Any]) -> list[tuple[str, str]]:
    """List the fields of a record that its schema refuses, with the reason."""
    found: dict[str, str] = {}
    for path, why in schema.mistakes(kind, made):
        if not path or path[0] in ENGINE_KEYS:
            raise ValueError(f"a record is not usable: {why}")
        found.setdefault(str(path[0]), why)
    return list(found.items())
