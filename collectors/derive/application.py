"""Derived facts of an application: how old the last scan for secrets is."""

from __future__ import annotations

from assay.derive import Derivations

from .reading import age_of

DERIVED: Derivations = {"days_since_secret_scan": age_of("secret_scan_at")}
