"""Configurations apart from any format: small descriptions that the writers of this folder write down.

A value of None is not written: the format, the provider or the service then decides.
"""

from __future__ import annotations

from collections.abc import Mapping

from .things.databases import Database, Table, Warehouse
from .things.networks import Balancer, Group, Listener, Rule
from .things.records import LogGroup, Plan, Snapshot, Trail
from .things.rights import Role
from .things.storage import Bucket, Key, Lifecycle

__all__ = [
    "Balancer",
    "Bucket",
    "Database",
    "Estate",
    "Group",
    "Key",
    "Lifecycle",
    "Listener",
    "LogGroup",
    "Plan",
    "Role",
    "Rule",
    "Snapshot",
    "Table",
    "Thing",
    "Trail",
    "Warehouse",
]

Thing = Bucket | Database | Warehouse | Table | Key | Group | Balancer | Role | Trail | LogGroup | Plan | Snapshot
Estate = Mapping[str, Thing]
"""Name to thing. A name is a word and a number (`bucket7`); what belongs to a thing begins with its name."""
