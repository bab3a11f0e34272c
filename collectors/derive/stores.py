"""The stores in which the data of a vendor lie: buckets and databases that its data assets name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from assay.derive import Derivation, Derivations, Missing, Record, View

from .parties import referred
from .reading import fact

_PLACES = ("storage_bucket", "database_instance", "database_table", "application", "document_class")

Place = tuple[str, str]
"""Kind and id of a bucket or database."""


def _stores(vendor: Record, view: View) -> Iterator[Place | Missing]:
    """Yield each store, and for each that may be out of sight the reason."""
    for id in _listed(vendor, "data_asset_ids"):
        asset = id if isinstance(id, Missing) else view.get("data_asset", id) or _unseen(id)
        places = [asset] if isinstance(asset, Missing) else _listed(asset, "location_ids")
        for place in places:
            yield from [place] if isinstance(place, Missing) else _at(place, view)


def _listed(record: Record, field: str) -> Iterable[str | Missing]:
    """Return the ids of a list, or as the only one why there is none."""
    ids = fact(record, field)
    return ids if isinstance(ids, list) else [ids if isinstance(ids, Missing) else Missing("corrupt")]


def _unseen(id: str) -> Missing:
    """An id that names nothing in the snapshot may stand for a store that no source reads."""
    return Missing("partial", f"{id} was not read")


def _at(id: str, view: View) -> Iterator[Place | Missing]:
    found = {kind: record for kind in _PLACES if (record := view.get(kind, id))}
    if not found:
        yield _unseen(id)
    for kind, record in found.items():
        if kind == "database_table":
            yield _database(record, view)
        elif kind in ("storage_bucket", "database_instance"):
            yield kind, record["id"]


def _database(table: Record, view: View) -> Place | Missing:
    database = referred(table, "database_id", "database_instance", view)
    if isinstance(database, str):
        return _unseen(str(table["database_id"]))
    return database if isinstance(database, Missing) else ("database_instance", database["id"])


def _known(kind: str, vendor: Record, view: View) -> list[str]:
    """Return the stores of a kind that are known to hold data of the vendor."""
    places = [place for place in _stores(vendor, view) if not isinstance(place, Missing)]
    return sorted({id for found, id in places if found == kind})


def _replicas(vendor: Record, view: View) -> Iterator[str | Missing]:
    """Yield the buckets into which those of the vendor are copied, and why one may be out of sight."""
    for id in _known("storage_bucket", vendor, view):
        bucket = view.get("storage_bucket", id)
        for target in _listed(bucket, "replication_targets") if bucket else ():
            replica = target if isinstance(target, Missing) else view.get("storage_bucket", target) or _unseen(target)
            yield replica if isinstance(replica, Missing) else str(replica["id"])


def _replica_ids(vendor: Record, view: View) -> list[str]:
    return sorted({id for id in _replicas(vendor, view) if not isinstance(id, Missing)})


def _of_assets(make: Callable[[Record, View], object]) -> Derivation:
    """Make a fact of what the data assets name; there is none while it is not known which these are."""

    def derived(vendor: Record, view: View) -> object:
        assets = fact(vendor, "data_asset_ids")
        return assets if isinstance(assets, Missing) else make(vendor, view)

    return Derivation(derived)


def _all(found: Iterable[object]) -> object:
    return next((item for item in found if isinstance(item, Missing)), True)


STORES: Derivations = {
    "bucket_ids": _of_assets(partial(_known, "storage_bucket")),
    "database_ids": _of_assets(partial(_known, "database_instance")),
    "stores_read": _of_assets(lambda vendor, view: _all(_stores(vendor, view))),
    "replica_ids": _of_assets(_replica_ids),
    "replicas_read": _of_assets(lambda vendor, view: _all(_replicas(vendor, view))),
}
