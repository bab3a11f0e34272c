"""Records on their way into a snapshot: written as they come, handed out sorted by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any

from assay import codec

NOTHING: Mapping[str, str] = MappingProxyType({})


class Spool:
    """The records of one kind in a temporary file; memory holds only their ids and places."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] = path.open("wb")
        self._places: list[tuple[str, int, int, int]] = []
        self._end = 0

    def add(self, source: int, record: dict[str, Any]) -> None:
        """Append a record of the source with that number."""
        line = codec.encode(record)
        self._file.write(line)
        self._places.append((record["id"], source, self._end, len(line)))
        self._end += len(line)

    def drain(self, same: Mapping[str, str] = NOTHING) -> Iterator[list[tuple[int, dict[str, Any]]]]:
        """Yield the records grouped by id, ids in order, each with its source's number; then forget them.

        `same` gives for an id the one that its record takes; its own is then an alias.
        """
        self._file.close()
        self._places = sorted((same.get(id, id), source, start, size) for id, source, start, size in self._places)
        group: list[tuple[int, dict[str, Any]]] = []
        with self._path.open("rb") as file:
            for id, source, start, length in self._places:
                if group and group[0][1]["id"] != id:
                    yield group
                    group = []
                file.seek(start)
                group.append((source, _renamed(codec.decode(file.read(length)), id)))
        if group:
            yield group
        self._path.unlink()

    def close(self) -> None:
        """Close the file of a spool that is not drained."""
        self._file.close()


def _renamed(record: dict[str, Any], id: str) -> dict[str, Any]:
    if record["id"] == id:
        return record
    return {**record, "id": id, "aliases": sorted({*record.get("aliases", ()), record["id"]})}
