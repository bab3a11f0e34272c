"""A local index over a snapshot: where each record lies, its aliases, and who refers to whom.

SQLite keeps it on disk, so memory is bounded by the page cache and workers read it side by side.
"""

from __future__ import annotations

import dataclasses
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from assay.errors import SnapshotError
from assay.snapshot.reader import Snapshot

_TABLES = """
CREATE TABLE record (kind TEXT, id TEXT, start INTEGER, length INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE alias (alias TEXT, kind TEXT, id TEXT);
CREATE TABLE lacking (kind TEXT, field TEXT);
CREATE TABLE link (kind TEXT, field TEXT, value TEXT, id TEXT);
"""
_INDEXES = """
CREATE INDEX alias_of ON alias (alias, kind, id);
CREATE INDEX alias_for ON alias (id);
CREATE INDEX link_of ON link (kind, field, value);
"""

_STANDING = """
SELECT id, 1 FROM record WHERE kind = ? AND id = ? UNION ALL SELECT id, 0 FROM alias WHERE kind = ? AND alias = ?
"""
_MAPPED = 256 * 2**20
"""Bytes of the index that are read as memory; the system takes them back when it needs them."""

Links = Mapping[str, Mapping[str, Sequence[str]]]
"""Kind to the fields of it that joins and derivations look up, each with the fields whose values count for it."""


def build(snapshot: Snapshot, path: Path, links: Links, size: int) -> dict[str, list[tuple[int, int]]]:
    """Write the index and return, for each kind, the batches of at most `size` resources as (start, end)."""
    base = sqlite3.connect(path)
    base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _TABLES)
    batches = {kind: _scan(base, snapshot.path(kind), kind, links.get(kind, {}), size) for kind in snapshot.kinds}
    base.executescript(_INDEXES)
    base.commit()
    base.close()
    return batches


def _scan(
    base: sqlite3.Connection, path: Path, kind: str, fields: Mapping[str, Sequence[str]], size: int
) -> list[tuple[int, int]]:
    """Index the records of one kind; returns the borders of its batches."""
    heads = _Heads({name for names in fields.values() for name in names})
    rows = _Rows(kind)
    batches, start, first, count = [], 0, 0, 0
    lacking: set[str] = set()
    for number, line in enumerate(_lines(path), 1):
        head = heads.read(line, path, number)
        rows.records.append((kind, head.id, start, len(line)))
        rows.aliases += [(alias, kind, head.id) for alias in head.aliases]
        for field, names in fields.items():
            values = [value for name in names if (value := heads.value(head, name)) is not None]
            rows.links += [(kind, field, item, head.id) for value in values for item in _texts(value)]
            if not values:
                lacking.add(field)
        start += len(line)
        count += 1
        if count == size:
            batches.append((first, start))
            first, count = start, 0
            rows.write(base, path)
    rows.write(base, path)
    base.executemany("INSERT INTO lacking VALUES (?, ?)", [(kind, field) for field in sorted(lacking)])
    return [*batches, (first, start)] if count else batches


@dataclass
class _Rows:
    """Rows of one kind on their way into the index."""

    kind: str
    records: list[tuple[str, str, int, int]] = dataclasses.field(default_factory=list)
    aliases: list[tuple[str, str, str]] = dataclasses.field(default_factory=list)
    links: list[tuple[str, str, str, str]] = dataclasses.field(default_factory=list)

    def write(self, base: sqlite3.Connection, path: Path) -> None:
        try:
            base.executemany("INSERT INTO record VALUES (?, ?, ?, ?)", self.records)
        except sqlite3.IntegrityError:
            raise SnapshotError(f"{path}: holds an id twice") from None
        base.executemany("INSERT INTO alias VALUES (?, ?, ?)", self.aliases)
        base.executemany("INSERT INTO link VALUES (?, ?, ?, ?)", self.links)
        for rows in (self.records, self.aliases, self.links):
            rows.clear()


class _Heads:
    """Decodes only what the index needs of a record and skips the rest."""

    def __init__(self, fields: Iterable[str]) -> None:
        self._places = {name: f"f{n}" for n, name in enumerate(sorted(fields))}
        extra = [(place, Any, msgspec.field(default=None, name=name)) for name, place in self._places.items()]
        head = msgspec.defstruct("Head", [("id", str), ("aliases", list[str], []), *extra])
        self._decoder = msgspec.json.Decoder(head)

    def read(self, line: bytes, path: Path, number: int) -> Any:
        try:
            return self._decoder.decode(line)
        except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
            raise SnapshotError(f"{path}:{number}: is no record: {error}") from None

    def value(self, head: Any, name: str) -> Any:
        """Return a field of a record; None where the record does not state it."""
        return getattr(head, self._places[name])


def _texts(value: object) -> list[str]:
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, str)]


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file


class Index:
    """The index as a worker reads it."""

    def __init__(self, snapshot: Path, path: Path) -> None:
        self._base = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        self._base.execute(f"PRAGMA mmap_size={_MAPPED}")
        self._folder = snapshot / "resources"
        self._kinds = [path.stem for path in self._folder.glob("*.ndjson")]
        self._files: dict[str, Any] = {}
        self.aliased = {kind for (kind,) in self._base.execute("SELECT DISTINCT kind FROM alias")}
        """Kinds of which some record has an alias."""
        self.lacking = set(self._base.execute("SELECT kind, field FROM lacking"))
        """(kind, field) of which some record does not state the field: whom it refers to is not known."""

    def find(self, kind: str, id: str) -> bytes | None:
        """Return the line of the record with that id."""
        row = self._base.execute("SELECT start, length FROM record WHERE kind = ? AND id = ?", (kind, id)).fetchone()
        return self.slice(kind, row[0], row[0] + row[1]) if row else None

    def slice(self, kind: str, start: int, end: int) -> bytes:
        """Return the bytes of a kind's file from start to end."""
        if kind not in self._files:
            # Unbuffered: records are fetched from here and there, so what a buffer reads ahead is of no use.
            self._files[kind] = (self._folder / f"{kind}.ndjson").open("rb", buffering=0)
        return os.pread(self._files[kind].fileno(), end - start, start)

    def ids(self, kind: str) -> list[str]:
        """Return all ids of a kind, sorted."""
        return [id for (id,) in self._base.execute("SELECT id FROM record WHERE kind = ? ORDER BY id", (kind,))]

    def aliases(self, id: str) -> list[str]:
        """Return the aliases of what has that id, whatever its kind."""
        return [alias for (alias,) in self._base.execute("SELECT DISTINCT alias FROM alias WHERE id = ?", (id,))]

    def linked(self, kind: str, field: str, value: str) -> list[str]:
        """Return the ids of the records whose field is or holds the value, sorted."""
        query = "SELECT DISTINCT id FROM link WHERE kind = ? AND field = ? AND value = ? ORDER BY id"
        return [id for (id,) in self._base.execute(query, (kind, field, value))]

    def answering(self, name: str, kinds: Iterable[str]) -> int:
        """Return how many resources of those kinds a name stands for."""
        found = {id for kind in kinds for id in self.resolve(name, (kind,))}
        return len(found)

    def resolve(self, name: str, kinds: Iterable[str]) -> list[str]:
        """Return the ids that a name stands for among those kinds (`*`: all): one where it is an id itself."""
        among = self._kinds if "*" in kinds else kinds
        found: set[str] = set()
        for kind in among:
            for id, is_own in self._base.execute(_STANDING, (kind, name, kind, name)):
                if is_own:
                    return [name]
                found.add(id)
        return sorted(found)

    def close(self) -> None:
        """Close the base and the files."""
        self._base.close()
        for file in self._files.values():
            file.close()
