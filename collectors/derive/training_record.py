"""Derived facts of a training record: its age, the course, and whether it was completed with success."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Missing, Record, View

from .parties import referred
from .reading import age_of, fact


def _course_kind(record: Record, view: View) -> object:
    course = referred(record, "course_id", "training_course", view)
    return course if isinstance(course, str | Missing) else fact(course, "kind")


def _successful(record: Record, view: View) -> object:
    """A test that was passed, or a course that has none; a course that nobody registered is no excuse."""
    passed = fact(record, "passed")
    if passed is True:
        return True
    course = referred(record, "course_id", "training_course", view)
    if isinstance(course, str):
        return passed
    assessed = course if isinstance(course, Missing) else fact(course, "assessed")
    if isinstance(assessed, Missing):
        return assessed
    return passed if assessed else True


DERIVED: Derivations = {
    "days_since_completed": age_of("completed_at"),
    "course_kind": Derivation(_course_kind),
    "successful": Derivation(_successful),
}
