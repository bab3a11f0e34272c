"""Derived facts: what one normalising step adds to a resource, so that policies compare plain values only.

A pack holds `collectors/derive/<kind>.py` with `DERIVED`, a mapping of field to `Derivation`. A derivation is
a pure function of a record, of related records and of the day; it returns a fact, or `Missing` with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Missing:
    """No fact: the field stays absent and is listed in `unread` with this reason."""

    reason: str = "not_in_source"
    operation: str = ""


class View(Protocol):
    """The rest of the snapshot as a derivation sees it; every record in it has its derived facts."""

    as_of: datetime
    """The instant of judging, with offset."""
    today: date
    """Its day in the zone of the estate."""
    zone: ZoneInfo

    def get(self, kind: str, id: str) -> Record | None:
        """Return the record of that id or alias, or None where the snapshot holds none."""

    def where(self, kind: str, field: str, value: str) -> Sequence[Record]:
        """Return the records of a kind whose field is the value or, for a list, holds it; sorted by id.

        The pair of kind and field has to be declared under `uses` of the derivation, so that it is indexed. Where
        the field is derived, what is derived counts as what is stated.
        """

    def every(self, kind: str) -> Sequence[Record]:
        """Return all records of a kind; for kinds of which an estate has a handful (`organization`)."""

    def complete(self, kind: str, field: str | None = None) -> bool:
        """Say whether the kind was read wholly, so that absence is a fact.

        With a field by which records are looked up: and every record of the kind has it. One that does not
        may belong to anybody, so its absence from what `where` returns proves nothing.
        """

    def data_as_of(self, record: Record) -> date:
        """Return the day of which the record's source speaks."""


@dataclass(frozen=True)
class Derivation:
    """How one derived field is made."""

    make: Callable[[Record, View], object]
    uses: Sequence[tuple[str, str]] = ()
    """(kind, field) pairs that it looks up with `View.where`."""
    chosen_from: str | None = None
    """The collected field of which it is one value, so that `View.where` need not look into every record."""


Derivations = Mapping[str, Derivation]
"""Field to derivation, in the order in which they are made; a fact that was collected is never overwritten."""
