"""Derived facts of a credential: when it was last used."""

from __future__ import annotations

from assay.derive import Derivations

from .reading import age_of

DERIVED: Derivations = {"days_since_last_used": age_of("last_used_at")}
