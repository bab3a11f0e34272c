"""What is read in each database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .facts import Row, Unread
from .session import Session
from .statements_database import COLUMNS, CREATORS, FILE_FUNCTIONS, OWNERS, RELATIONS, TABLE_PRIVILEGES


@dataclass(frozen=True)
class Relation:
    """A table, a view, or a partition of a table."""

    oid: int
    schema: str
    name: str
    kind: str
    owner: int
    root: int
    """The partitioned table that it is a part of, or itself."""
    row_estimate: int
    row_security: bool
    row_policies: int

    @property
    def is_view(self) -> bool:
        """Say whether it holds no rows of its own."""
        return self.kind == "v"

    @property
    def is_part(self) -> bool:
        """Say whether it is a partition."""
        return self.root != self.oid


@dataclass(frozen=True)
class Database:
    """One database."""

    name: str
    relations: Sequence[Relation] | Unread
    privileges: Sequence[Row] | Unread
    columns: Sequence[Row] | Unread


@dataclass
class Structure:
    """What roles hold inside the databases read so far, beside tables."""

    owners: set[int] = field(default_factory=set)
    creators: set[int] = field(default_factory=set)
    """Who may create schemas or objects in one."""
    file_functions: set[tuple[int, str]] = field(default_factory=set)
    unread: Unread | None = None
    """Why there may be more."""

    def lacks(self, unread: Unread) -> None:
        """Remember the first thing that could not be read."""
        self.unread = self.unread or unread


def read_database(session: Session, structure: Structure) -> Database:
    """Read one database and add to the structure of all."""
    relations = session.read(RELATIONS)
    structure.owners |= {row["role"] for row in _rows(session.read(OWNERS), structure)}
    structure.creators |= {row["role"] for row in _rows(session.read(CREATORS), structure)}
    functions = _rows(session.read(FILE_FUNCTIONS), structure)
    structure.file_functions |= {(row["role"], row["name"]) for row in functions}
    return Database(
        session.database,
        relations if isinstance(relations, Unread) else [Relation(**row) for row in relations],
        session.read(TABLE_PRIVILEGES),
        session.read(COLUMNS),
    )


def _rows(rows: list[Row] | Unread, structure: Structure) -> list[Row]:
    if isinstance(rows, Unread):
        structure.lacks(rows)
        return []
    return rows
