"""Records under several ids that describe one thing: they state the same value of a field that the schema marks.

Of a document that is its digest: a register and the reader of a folder name it differently.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assay.snapshot.merging import RANK

SHORTEST = 32
"""Letters of a digest at least: "none" is none, and a cut one may be that of two things."""


class Sameness:
    """What records of one kind state of the fields marked `x-same`."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._fields = [name for name, described in schema["properties"].items() if described.get("x-same")]
        self._bearers: dict[tuple[str, str], set[tuple[int, int, str]]] = {}

    def see(self, source: int, basis: str, record: Mapping[str, Any]) -> None:
        """Note one record."""
        for name in self._fields:
            value = str(record.get(name, "")).strip().casefold()
            if len(value) >= SHORTEST:
                bearer = (RANK.get(basis, len(RANK)), source, record["id"])
                self._bearers.setdefault((name, value), set()).add(bearer)

    def ids(self) -> dict[str, str]:
        """Return id to the id that its record takes: that of the best basis, then the first."""
        return {id: sorted(bearers)[0][2] for bearers in self._shared() for _, _, id in bearers if _is_one(bearers)}

    def doubtful(self) -> list[list[str]]:
        """Return the ids that bear one value, of which a person wrote several: they stay what they are."""
        return [sorted({id for _, _, id in bearers}) for bearers in self._shared() if not _is_one(bearers)]

    def _shared(self) -> Iterator[set[tuple[int, int, str]]]:
        for _, bearers in sorted(self._bearers.items()):
            if len({id for _, _, id in bearers}) > 1:
                yield bearers


def _is_one(bearers: set[tuple[int, int, str]]) -> bool:
    """Say whether the bearers are one thing: rows of a register that a person keeps apart are several."""
    written = [(source, id) for rank, source, id in bearers if rank == RANK["declared"]]
    return len({source for source, _ in written}) == len(written)
