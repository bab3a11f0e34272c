"""Derived fact of an endpoint: how long its certificate is still good."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Record, View

from .terms import since


def _cert_days(endpoint: Record, view: View) -> object:
    """Return the days until the certificate ends, below zero where it is over."""
    days = since(endpoint, "cert_not_after", view)
    return -days if isinstance(days, int) else days


DERIVED: Derivations = {"cert_days": Derivation(_cert_days)}
