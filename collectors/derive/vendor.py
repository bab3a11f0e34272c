"""Derived facts of a vendor: days since what was done, its stores, whether all that concerns it is in sight."""

from __future__ import annotations

from datetime import date

from assay.derive import Derivation, Derivations, Record, View

from .assessments import ASSESSMENTS
from .in_sight import contracts_complete, vendor_agreements_complete
from .plans import in_approved_plan
from .stores import STORES
from .terms import days_since_date

_DAY_ZERO = date(1970, 1, 1)


def _as_of_day(vendor: Record, view: View) -> int:
    return (view.today - _DAY_ZERO).days


DERIVED: Derivations = {
    "as_of_day": Derivation(_as_of_day),
    "contracts_complete": contracts_complete,
    "agreements_complete": vendor_agreements_complete,
    "days_since_due_diligence": days_since_date("due_diligence_at"),
    "days_since_monitored": days_since_date("last_monitored_at"),
    "days_since_end": days_since_date("relationship_end_date"),
    "days_since_deletion": days_since_date("deletion_evidence_at"),
    "days_since_contact_verified": days_since_date("incident_contact_verified_at"),
    "in_approved_plan": in_approved_plan,
    **ASSESSMENTS,
    **STORES,
}
