"""What databases of one engine have in common in every format."""

from __future__ import annotations

from .model import Database

CLUSTERS = frozenset({"aurora-postgresql", "aurora-mysql", "docdb", "neptune"})
RANGES = {"any": "0.0.0.0/0", "any_v6": "::/0", "private": "10.0.0.0/8"}
_FAMILIES = {
    "postgres": "postgres16",
    "mysql": "mysql8.0",
    "mariadb": "mariadb10.11",
    "aurora-postgresql": "aurora-postgresql16",
    "aurora-mysql": "aurora-mysql8.0",
    "sqlserver-ex": "sqlserver-ex-16.0",
    "docdb": "docdb5.0",
    "neptune": "neptune1.3",
}


def family(database: Database) -> str:
    """Return the family of the parameter group of a database."""
    return _FAMILIES[database.engine]
