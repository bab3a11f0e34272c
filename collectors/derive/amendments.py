"""Contracts that change others of the vendor: whom an amendment keeps alive, whose values it replaces."""

from __future__ import annotations

from collections.abc import Sequence

from assay.derive import Record, View

from .kleene import all_of

BY_VENDOR = ("vendor_contract", "vendor_id")
"""What is looked up: the contracts of a vendor."""


def others(contract: Record, view: View) -> Sequence[Record]:
    """Return the other contracts of the same vendor."""
    return [other for other in view.where(*BY_VENDOR, contract["vendor_id"]) if other["id"] != contract["id"]]


def amends(later: Record, contract: Record) -> bool | None:
    """Return whether one contract is an amendment of the other; what was signed before the other is none."""
    base = later.get("amends_contract_id")
    if base is None:
        return False if _signed_after(contract, later) else None
    return bool(base == contract["id"])


def replaces(later: Record, contract: Record) -> bool | None:
    """Return whether the values of one contract take the place of those of the other.

    They do where it amends the other, or amends the same base and was signed after it.
    """
    base = later.get("amends_contract_id")
    if base in (None, "none", contract["id"]):
        return amends(later, contract)
    own = contract.get("amends_contract_id")
    return all_of(None if own is None else bool(own == base), _signed_after(later, contract))


def _signed_after(later: Record, contract: Record) -> bool | None:
    after, before = later.get("signed_at"), contract.get("signed_at")
    if after is None or before is None:
        return None
    # An unsigned contract is never in force, so that its place in the order decides nothing.
    return "none" not in (after, before) and bool(after > before)
