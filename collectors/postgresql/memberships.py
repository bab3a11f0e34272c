"""Roles as members of roles: what one of them can reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .facts import Row

Edges = Mapping[int, Sequence[int]]


@dataclass(frozen=True)
class Memberships:
    """Member to roles, by oid, in three readings.

    Whoever holds a membership with ADMIN OPTION can give itself the rest of it, so that counts as both.
    """

    all: Edges
    usable: Edges
    """Its rights can be used, by inheritance or by SET ROLE."""
    assumable: Edges
    """It can be taken on by SET ROLE, with its attributes: SUPERUSER, CREATEROLE, BYPASSRLS."""

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Memberships:
        """Read the rows of pg_auth_members; before version 16 every membership can be used and taken on."""
        return cls(
            _edges(rows),
            _edges([row for row in rows if row["inherit"] or row["assume"] or row["admin"]]),
            _edges([row for row in rows if row["assume"] or row["admin"]]),
        )


def reach(edges: Edges, member: int) -> frozenset[int]:
    """Return a role and all that it reaches."""
    found: set[int] = set()
    waiting = [member]
    while waiting:
        role = waiting.pop()
        if role not in found:
            found.add(role)
            waiting.extend(edges.get(role, ()))
    return frozenset(found)


def _edges(rows: Sequence[Row]) -> Edges:
    edges: dict[int, list[int]] = {}
    for row in rows:
        edges.setdefault(row["member"], []).append(row["role"])
    return edges
