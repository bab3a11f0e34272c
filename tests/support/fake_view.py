"""A View over records in memory, for tests of derivations; every record in it has its derived facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from assay.derive import Derivations, Record
from assay.judging.normalise import Derived


class FakeView:
    """Holds records by kind; the kinds in `complete` were read wholly."""

    def __init__(
        self,
        derived: Mapping[str, Derivations],
        records: Mapping[str, Sequence[Mapping[str, Any]]],
        complete: Sequence[str] = (),
        today: str = "2026-11-21",
    ) -> None:
        self.zone = ZoneInfo("Asia/Shanghai")
        self.as_of = datetime.fromisoformat(f"{today}T12:00:00+08:00")
        self.today = date.fromisoformat(today)
        self._complete = complete
        self._derived = derived
        self._records = {
            kind: {item["id"]: self._normalised(kind, item) for item in items} for kind, items in records.items()
        }

    def get(self, kind: str, id: str) -> Derived | None:
        """Return the record of that id."""
        return self._records.get(kind, {}).get(id)

    def where(self, kind: str, field: str, value: str) -> Sequence[Derived]:
        """Return the records whose field is or holds the value."""
        return [record for record in self.every(kind) if value in _values(record.get(field, []))]

    def every(self, kind: str) -> Sequence[Derived]:
        """Return all records of a kind, sorted by id."""
        return [record for _, record in sorted(self._records.get(kind, {}).items())]

    def complete(self, kind: str, field: str | None = None) -> bool:
        """Say whether the kind was read wholly, and every record of it states the field."""
        return kind in self._complete and (field is None or all(field in item for item in self.every(kind)))

    def data_as_of(self, record: Record) -> date:
        """Return today: sources speak of the day of judging here."""
        return self.today

    def _normalised(self, kind: str, item: Mapping[str, Any]) -> Derived:
        derivations = self._derived.get(kind, {})
        return Derived({"unread": [], **item}, derivations, self, frozenset(derivations))

    def whole(self, kind: str, id: str) -> dict[str, Any]:
        """Return a record with its derived facts; what could not be made is listed in `unread`."""
        return self._records[kind][id].whole()


def reason(record: Mapping[str, Any], field: str) -> str:
    """Return why a field of a whole record is unread."""
    assert field not in record, f"{field} is {record[field]!r}"
    return next(str(item["reason"]) for item in record["unread"] if item["field"] == field)


def _values(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
