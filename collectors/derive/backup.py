"""Derived facts of a backup: level of its source, how long it stays, whether all its takers are in sight."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Missing, Record, View

from .moments import days_since
from .reading import age_of, fact, is_date, moment, unread
from .vendor_accounts import all_in_sight

_SOURCES = ("database_instance", "storage_bucket")


def _data_level(backup: Record, view: View) -> object:
    """Return the level of what was copied; a source that is gone has none."""
    origin = fact(backup, "source_id")
    if isinstance(origin, Missing):
        return origin
    found = (view.get(kind, str(origin)) for kind in _SOURCES)
    source = next((record for record in found if record is not None), None)
    return Missing() if source is None else fact(source, "data_level")


def _is_deleted(backup: Record, view: View) -> object:
    day = moment(backup, "deleted_at")
    if isinstance(day, Missing):
        return day
    return is_date(day) and days_since(day, view) >= 0


def _retention_days(backup: Record, view: View) -> object:
    """Return the days between creation and expiry; a copy without expiry has none."""
    end, start = moment(backup, "expires_at"), moment(backup, "created_at")
    if end == "none":
        return "none"
    if is_date(end) and is_date(start):
        return days_since(start, view) - days_since(end, view)
    return next((day for day in (end, start) if isinstance(day, Missing)), Missing())


def _is_planned(backup: Record, _: View) -> object:
    return unread(backup, "created_at").reason == "known_after_apply"


def _vendor_accounts_read(backup: Record, view: View) -> object:
    """Say that a vendor that uses one of the accounts shared with cannot have been missed."""
    accounts = fact(backup, "shared_with")
    if isinstance(accounts, Missing):
        return accounts
    return not accounts or all_in_sight(view) or Missing("partial")


DERIVED: Derivations = {
    "data_level": Derivation(_data_level),
    "is_deleted": Derivation(_is_deleted),
    "retention_days": Derivation(_retention_days),
    "days_past_expiry": age_of("expires_at"),
    "is_planned": Derivation(_is_planned),
    "vendor_accounts_read": Derivation(_vendor_accounts_read),
}
