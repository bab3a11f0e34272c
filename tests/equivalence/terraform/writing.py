"""Writes an estate in Terraform's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .. import model
from ..model import Estate, Thing
from . import buckets, databases, keys, networks, records, rights, warehouses
from .terms import Root, Style

_WRITERS: Mapping[type[Thing], Callable[[Root, str, Any], None]] = {
    model.Bucket: buckets.write,
    model.Database: databases.write,
    model.Warehouse: warehouses.write,
    model.Table: warehouses.write_table,
    model.Key: keys.write,
    model.Group: networks.write,
    model.Balancer: networks.write_balancer,
    model.Role: rights.write,
    model.Trail: records.write_trail,
    model.LogGroup: records.write_group,
    model.Plan: records.write_plan,
    model.Snapshot: records.write_snapshot,
}


def written(estate: Estate, style: Style) -> Root:
    """Return all resources of an estate."""
    root = Root(style)
    for name, thing in estate.items():
        _WRITERS[type(thing)](root, name, thing)
    return root
