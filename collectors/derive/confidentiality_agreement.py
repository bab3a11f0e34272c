"""Derived facts of a confidentiality agreement: its days, whether it binds on the day of judging."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Missing, Record, View

from .kleene import all_of
from .terms import days_since_date, happened, not_over, since


def _in_force(agreement: Record, view: View) -> object:
    found = all_of(happened(agreement, "signed_at", view), not_over(agreement, "effective_to", view))
    if found is not None:
        return found
    terms = [since(agreement, field, view) for field in ("signed_at", "effective_to")]
    return next(term for term in terms if isinstance(term, Missing))


DERIVED: Derivations = {
    "in_force": Derivation(_in_force),
    "days_since_signed": days_since_date("signed_at"),
    "days_since_end": days_since_date("effective_to"),
}
