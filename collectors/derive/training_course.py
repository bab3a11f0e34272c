"""Derived facts of a training course: when it was last held."""

from __future__ import annotations

from assay.derive import Derivations

from .reading import age_of

DERIVED: Derivations = {"days_since_held": age_of("held_at")}
