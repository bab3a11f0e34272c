"""Derived facts of a contract: its vendor, whether it is in force, its days, and what replaces its words."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Missing, Record, View

from .agreed_places import data_location_codes
from .amendments import AMENDED, BY_VENDOR, amends, others
from .in_sight import contracts_in_sight
from .kleene import all_of, any_of
from .named_party import vendor_id
from .reading import unread
from .terms import days_of_duration, days_since_date, happened, not_over, since
from .vouching import clauses_source


def _runs(contract: Record, view: View) -> bool | None:
    """Return whether the contract is signed, has begun and has not ended by itself."""
    return all_of(
        happened(contract, "signed_at", view),
        happened(contract, "effective_from", view),
        any_of(not_over(contract, "effective_to", view), contract.get("auto_renew")),
    )


def _kept_alive(contract: Record, view: View) -> bool | None:
    """Return whether the contract is signed and an amendment that runs names it."""
    if contract.get("signed_at") == "none":
        return False
    if "vendor_id" not in contract:
        return None
    amended = any_of(*(all_of(amends(other, contract), _runs(other, view)) for other in others(contract, view)))
    if amended is False and not contracts_in_sight(contract["vendor_id"], view):
        return None
    return all_of(amended, True if "signed_at" in contract else None)


def _in_force(contract: Record, view: View) -> object:
    runs = _runs(contract, view)
    found = True if runs else any_of(runs, _kept_alive(contract, view))
    if found is not None:
        return found
    own = runs is None or "signed_at" not in contract
    return _unread_term(contract, view) if own else Missing("partial")


def _unread_term(contract: Record, view: View) -> Missing:
    """Return why the term that decides is no fact."""
    terms = [since(contract, field, view) for field in ("signed_at", "effective_from", "effective_to")]
    return next((term for term in terms if isinstance(term, Missing)), unread(contract, "auto_renew"))


def _days_to_end(contract: Record, view: View) -> object:
    days = since(contract, "effective_to", view)
    return -days if isinstance(days, int) else days


def _judged_notice_days(contract: Record, _: View) -> object:
    """Return the days of notice; a register that says nothing of a notice says that there is none."""
    days = contract.get("renewal_notice_days")
    if days is not None:
        return days if isinstance(days, int) else 0
    if "renewal_notice" in contract:
        return Missing("unsupported")
    whys = [unread(contract, field) for field in ("renewal_notice", "renewal_notice_days")]
    return next((why for why in whys if why.reason != "not_in_source"), 0)


DERIVED: Derivations = {
    "vendor_id": vendor_id,
    "clauses_source": clauses_source,
    **AMENDED,
    "in_force": Derivation(_in_force, uses=[BY_VENDOR]),
    "days_since_signed": days_since_date("signed_at"),
    "days_since_start": days_since_date("effective_from"),
    "days_to_end": Derivation(_days_to_end),
    "deletion_period_days": days_of_duration("deletion_period", "indefinite", "absent"),
    "renewal_notice_days": days_of_duration("renewal_notice", "absent"),
    "data_location_codes": data_location_codes,
    "judged_notice_days": Derivation(_judged_notice_days),
}
