"""Contracts that change others of the vendor: whom an amendment keeps alive, whose values and clauses it replaces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assay.derive import Derivation, Missing, Record, View

from .kleene import all_of
from .reading import unread

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


def superseded(sure: bool) -> Derivation:
    """List the contracts that replace this one's values for sure, or those that may do."""

    def make(contract: Record, view: View) -> object:
        if "vendor_id" not in contract:
            return unread(contract, "vendor_id")
        wanted = (True,) if sure else (True, None)
        return [other["id"] for other in others(contract, view) if replaces(other, contract) in wanted]

    return Derivation(make, uses=[BY_VENDOR])


def _struck(contract: Record, view: View) -> list[str]:
    """Return the clauses that are taken out for sure."""
    return sorted({clause for sure, other in _changing(contract, view) if sure for clause in removed_by(other) or ()})


def _in_doubt(contract: Record, view: View) -> list[str]:
    """Return the clauses that may be taken out; what removes nobody knows what may remove every clause."""
    found: set[str] = set()
    for sure, other in _changing(contract, view):
        removed = removed_by(other)
        if removed is None:
            found.update(contract.get("clauses_present", ()))
        elif not sure:
            found.update(removed)
    return sorted(found)


def _changing(contract: Record, view: View) -> Iterator[tuple[bool, Record]]:
    """Yield the contracts that replace this one's words and are in force, each with whether that is sure."""
    for other in others(contract, view) if "vendor_id" in contract else ():
        changes = all_of(replaces(other, contract), other.get("in_force"))
        if changes is not False:
            yield changes is True, other


def removed_by(amendment: Record) -> list[str] | None:
    """Return the clauses that an amendment removes; None where its document could not be read.

    A register that names none says that there is none, as it does of a notice.
    """
    if "clauses_removed" in amendment:
        return list(amendment["clauses_removed"])
    return [] if unread(amendment, "clauses_removed").reason == "not_in_source" else None


def _of_base(field: str) -> Callable[[Record, View], object]:
    """Make a term that an amendment leaves as it is that of the contract which it changes."""

    def make(contract: Record, view: View) -> object:
        why = unread(contract, field)
        base = contract.get("amends_contract_id", "none")
        # Of a register's row it is not known that the amendment itself is silent.
        if base == "none" or why.reason != "not_in_source" or contract.get("text_extracted") is not True:
            return why
        changed = view.get("vendor_contract", base)
        return Missing("partial") if changed is None else changed.get(field, unread(changed, field))

    return make


AMENDED = {
    "effective_to": Derivation(_of_base("effective_to")),
    "auto_renew": Derivation(_of_base("auto_renew")),
    "superseded_by": superseded(sure=True),
    "may_be_superseded_by": superseded(sure=False),
    "clauses_struck": Derivation(_struck, uses=[BY_VENDOR]),
    "clauses_in_doubt": Derivation(_in_doubt, uses=[BY_VENDOR]),
}
"""Derived facts of what an amendment changes, and of what it leaves as it is."""
