"""Derived facts of a job role: the jobs that it serves, in their normal form."""

from __future__ import annotations

from assay.derive import Derivation, Derivations

from .jobs import jobs

DERIVED: Derivations = {"jobs": Derivation(jobs)}
