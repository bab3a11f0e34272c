"""Derived facts of a confidentiality agreement: its party, its days, whether it binds on the day of judging."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Missing, Record, View

from .in_sight import agreement_parties
from .kleene import all_of
from .named_party import settled
from .reading import fact
from .terms import days_since_date, happened, not_over, since
from .vouching import clauses_source


def _in_force(agreement: Record, view: View) -> object:
    found = all_of(happened(agreement, "signed_at", view), not_over(agreement, "effective_to", view))
    if found is not None:
        return found
    terms = [since(agreement, field, view) for field in ("signed_at", "effective_to")]
    return next(term for term in terms if isinstance(term, Missing))


def _party_id(agreement: Record, view: View) -> object:
    for field in ("party_type", "party_name"):
        if field not in agreement:
            return fact(agreement, field)
    found = agreement_parties(agreement, view)
    return Missing() if found is None else settled(found)


DERIVED: Derivations = {
    "party_id": Derivation(_party_id),
    "clauses_source": clauses_source,
    "in_force": Derivation(_in_force),
    "days_since_signed": days_since_date("signed_at"),
    "days_since_end": days_since_date("effective_to"),
}
