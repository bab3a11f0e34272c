"""What one collector writes to while a snapshot is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from assay.collector import Outcome, Resource

if TYPE_CHECKING:
    from assay.snapshot.writer import SnapshotWriter

Takes = Callable[[str, Resource], bool]
"""Says whether a resource of a kind is taken into the snapshot."""


def everything(kind: str, resource: Resource) -> bool:
    """Take whatever comes."""
    return True


class SourceWriter:
    """The output of one source: the `Output` of the collector's protocol."""

    def __init__(
        self, writer: SnapshotWriter, number: int, name: str, collector: str, basis: str, takes: Takes
    ) -> None:
        self._writer = writer
        self._number = number
        self._takes = takes
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
        if not self._takes(kind, resource):
            return
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
            {"operation": self._writer.scrub(operation)} if operation else {}
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
