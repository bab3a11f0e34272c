"""Whether the vendors are known that stand behind cloud accounts."""

from __future__ import annotations

from assay.derive import Record, View

from .registers import all_fit


def all_in_sight(view: View) -> bool:
    """Return whether no vendor that uses a given account can have been missed."""
    return all_fit(view, "vendor", "states accounts", _states_accounts)


def _states_accounts(vendor: Record) -> bool:
    return "cloud_account_ids" in vendor or vendor.get("status") == "ended"
