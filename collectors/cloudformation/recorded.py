"""An output that keeps what is written, until all scenarios of a template are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from assay.collector import Outcome, Resource

Key = tuple[str, str]
"""Kind and id of a record."""


@dataclass
class Recorded:
    """Keeps each thing once, in the order of writing."""

    records: dict[Key, list[Resource]] = field(default_factory=dict)
    """What was written of each, which the engine merges if it is several."""
    partial: dict[tuple[str, str, str], None] = field(default_factory=dict)
    reads: dict[tuple[str, str, Outcome, str], None] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)

    def resource(self, kind: str, resource: Resource) -> None:
        """Keep one resource."""
        self.records.setdefault((kind, resource.id), []).append(resource)

    def read(self, operation: str, target: str, outcome: Outcome, code: str = "", ms: int = 0) -> None:
        """Keep one read."""
        self.reads[operation, target, outcome, code] = None

    def incomplete(self, kind: str, reason: str, operation: str = "") -> None:
        """Keep that resources of a kind may be missing."""
        self.partial[kind, reason, operation] = None

    def data_as_of(self, day: date) -> None:
        """Refuse it: a template is of the day on which it is read."""
        raise NotImplementedError(f"{day}: code is of no other day")

    def note(self, line: str) -> None:
        """Keep a line for the user."""
        self.notes[line] = None
