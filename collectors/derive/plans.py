"""Plans for incidents in which a vendor stands."""

from __future__ import annotations

from assay.derive import Derivation, Missing, Record, View

from .kleene import all_of, any_of
from .registers import all_named
from .terms import happened, since

_PARTNERS = ("incident_plan", "vendor_ids")


def _stands(plan: Record, view: View) -> bool | None:
    """Return whether a plan is approved and not replaced; it stands until somebody says that it was."""
    replaced = since(plan, "superseded_at", view)
    return all_of(happened(plan, "approved_at", view), not (isinstance(replaced, int) and replaced >= 0))


def _in_approved_plan(vendor: Record, view: View) -> object:
    plans = view.where(*_PARTNERS, vendor["id"])
    found = any_of(*(_stands(plan, view) for plan in plans))
    if found is None:
        terms = (since(plan, "approved_at", view) for plan in plans)
        return next(term for term in terms if isinstance(term, Missing))
    return found or (False if all_named(view, *_PARTNERS) else Missing("partial"))


in_approved_plan = Derivation(_in_approved_plan, uses=[_PARTNERS])
