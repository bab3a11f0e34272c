"""Who vouches for the clauses of a document."""

from __future__ import annotations

from assay.derive import Derivation, Missing, Record, View

from .reading import unread


def _source(document: Record, _: View) -> str | Missing:
    """Return the register where its row gives the clauses of a file that was read, and does not say who vouches."""
    if document.get("basis_of", {}).get("clauses_present") == "declared":
        return "register"
    return unread(document, "clauses_source")


clauses_source = Derivation(_source)
