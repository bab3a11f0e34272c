"""Derived facts of a table: the level of what lies in it."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Missing, Record, View

from . import classification
from .reading import fact, unread

_ASSETS = ("data_asset", "location_ids")


def _assets(table: Record, view: View) -> list[Record]:
    """Return the assets that name the table, and the one that the table names."""
    found = {str(asset["id"]): asset for asset in view.where(*_ASSETS, table["id"])}
    named = view.get("data_asset", table["data_asset_id"]) if "data_asset_id" in table else None
    if named is not None:
        found[str(named["id"])] = named
    return list(found.values())


def _data_level(table: Record, view: View) -> object:
    """Return the level of the table itself, else that of the instance as a whole."""
    assets = _assets(table, view)
    own = classification.data_level(table, assets, view)
    if assets or not isinstance(own, Missing):
        return own
    if "database_id" not in table:
        return unread(table, "database_id")
    database = view.get("database_instance", table["database_id"])
    return Missing() if database is None else fact(database, "own_level")


DERIVED: Derivations = {
    "normalised_tags": Derivation(classification.normalised_tags),
    "data_level": Derivation(_data_level, uses=[_ASSETS]),
}
