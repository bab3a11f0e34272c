"""Tables as `database_table`; a partition is one only where it was granted apart from its table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from assay.collector import Output, Resource

from .database import Database, Relation
from .facts import Row, Unread, attempt, need, state
from .ids import Ids
from .limits import NEVER
from .server import PUBLIC

T = TypeVar("T")

NOT_ANALYSED = Unread("not_in_source", "ANALYZE: the server has not counted the rows")


@dataclass(frozen=True)
class Tables:
    """The relations of one database and what was granted on them."""

    ids: Ids
    database: str
    relations: Sequence[Relation]
    privileges: Mapping[int, Sequence[Row]] | Unread
    """By oid of the relation."""
    parts: Mapping[int, Sequence[Relation]]
    """By oid of the partitioned table: all that holds rows of it."""

    @classmethod
    def of(cls, ids: Ids, database: Database) -> Tables:
        """Sort what was read of a database; raises `UnreadError` where its relations were not."""
        relations = need(database.relations)
        privileges = attempt(lambda: _grouped((row["relation"], row) for row in need(database.privileges)))
        parts = _grouped((part.root, part) for part in relations if part.kind != "p")
        return cls(ids, database.name, relations, privileges, parts)

    def id(self, relation: Relation) -> str:
        """Return the id of a table or view."""
        return self.ids.table(self.database, relation.schema, relation.name)

    def granted(self, relation: Relation) -> Sequence[Row]:
        """Return the rights on a relation; raises `UnreadError`."""
        return need(self.privileges).get(relation.oid, ())

    def tables(self) -> Iterable[Relation]:
        """Return what is a table of its own, views left out."""
        return (relation for relation in self.relations if not relation.is_view and self.stands_alone(relation))

    def stands_alone(self, relation: Relation) -> bool:
        """Say whether a relation is reached by itself: no partition, or one with grants of its own."""
        if not relation.is_part or isinstance(self.privileges, Unread):
            return not relation.is_part
        return any(row["role"] != relation.owner for row in self.granted(relation))


def write_tables(tables: Tables, out: Output) -> None:
    """Write every table of a database."""
    for relation in tables.tables():
        resource = Resource(tables.id(relation), f"{tables.database}.{relation.schema}.{relation.name}")
        state(resource, NEVER["database_table"])
        state(
            resource,
            {
                "database_id": tables.ids.instance,
                "row_estimate": _row_estimate(tables, relation),
                "row_security_enabled": relation.row_security,
                "row_policy_count": relation.row_policies,
                "public_privileges": attempt(_public, tables, relation),
            },
        )
        out.resource("database_table", resource)


def _public(tables: Tables, relation: Relation) -> list[str]:
    return sorted({row["privilege"] for row in tables.granted(relation) if row["role"] == PUBLIC})


def _row_estimate(tables: Tables, relation: Relation) -> int | Unread:
    """Add up the partitions of a partitioned table, which has no rows of its own."""
    if relation.kind == "p" and relation.is_part:
        return Unread("unsupported", "rows of a partition that is partitioned itself")
    parts = tables.parts.get(relation.oid, ()) if relation.kind == "p" else [relation]
    counts = [part.row_estimate for part in parts]
    return NOT_ANALYSED if min(counts, default=0) < 0 else sum(counts)


def _grouped(pairs: Iterable[tuple[int, T]]) -> Mapping[int, Sequence[T]]:
    grouped: dict[int, list[T]] = {}
    for key, value in pairs:
        grouped.setdefault(key, []).append(value)
    return grouped
