"""Derived facts of the organisation: which cloud accounts hold its stores, and which trails there are."""

from __future__ import annotations

from collections.abc import Iterator

from assay.derive import Derivation, Derivations, Missing, Record, View

_BUCKETS = ("storage_bucket", "provider")
_DATABASES = ("database_instance", "hosting")
_LOGS = ("log_source", "kind")


def _cloud_stores(view: View) -> Iterator[Record]:
    yield from view.where(*_BUCKETS, "aws_s3")
    for hosting in ("aws", "other_cloud"):
        yield from view.where(*_DATABASES, hosting)


def _used_account_ids(_: Record, view: View) -> object:
    """Return the accounts that are known; whether these are all is another fact."""
    return sorted({store["account_id"] for store in _cloud_stores(view) if "account_id" in store})


def _used_accounts_read(_: Record, view: View) -> object:
    """Say that no store in a cloud can be out of sight, and that the account of each is known."""
    whole = view.complete(*_BUCKETS) and view.complete(*_DATABASES)
    return (whole and all("account_id" in store for store in _cloud_stores(view))) or Missing("partial")


def _trail_ids(_: Record, view: View) -> object:
    return [str(log["id"]) for log in view.where(*_LOGS, "cloud_trail")]


def _trails_read(_: Record, view: View) -> object:
    """Say that no trail can be out of sight."""
    return view.complete(*_LOGS) or Missing("partial")


DERIVED: Derivations = {
    "used_account_ids": Derivation(_used_account_ids, uses=[_BUCKETS, _DATABASES]),
    "used_accounts_read": Derivation(_used_accounts_read, uses=[_BUCKETS, _DATABASES]),
    "trail_ids": Derivation(_trail_ids, uses=[_LOGS]),
    "trails_read": Derivation(_trails_read, uses=[_LOGS]),
}
