"""Derived facts of a review of access: its day, and how long the removals that it decided took."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Missing, Record, View

from .reading import age_of, day_number_of
from .terms import since


def _days_to_revocations(review: Record, view: View) -> object:
    """Return the days from the review to its last removal, or "none" while one is open."""
    performed, done = since(review, "performed_at", view), since(review, "revocations_done_at", view)
    if isinstance(performed, int) and isinstance(done, int):
        return performed - done
    return done if done == "none" or isinstance(done, Missing) else performed


DERIVED: Derivations = {
    "days_since_performed": age_of("performed_at"),
    "performed_day": day_number_of("performed_at"),
    "days_since_revocations_done": age_of("revocations_done_at"),
    "days_to_revocations": Derivation(_days_to_revocations),
}
