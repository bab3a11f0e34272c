"""Every option of every thing, each in a thing of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .model import Estate, Thing
from .options.databases import DATABASES, TABLES, WAREHOUSES
from .options.networks import BALANCERS, GROUPS
from .options.records import LOG_GROUPS, PLANS, SNAPSHOTS, TRAILS
from .options.rights import ROLES
from .options.storage import BUCKETS, KEYS

TABLE: dict[str, tuple[Thing, ...]] = {
    "storage": BUCKETS,
    "databases": (*DATABASES, *WAREHOUSES, *TABLES),
    "networks": (*GROUPS, *BALANCERS),
    "rights": (*ROLES, *KEYS),
    "records": (*TRAILS, *LOG_GROUPS, *PLANS),
    "snapshots": SNAPSHOTS,
}


def named(things: Iterable[Thing]) -> Estate:
    """Return an estate of things, each named after what it is."""
    return {f"{type(thing).__name__.lower()}{number}": thing for number, thing in enumerate(things)}


def label(name: str) -> str:
    """Return the name of the thing to which something of a name belongs."""
    found = re.match(r"[a-z]+\d+", name)
    assert found is not None, f"{name} belongs to nothing"
    return found[0]
