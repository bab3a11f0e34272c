"""Puts what a person read in a document in place of what the detector found, with name and date."""

from __future__ import annotations

from collections.abc import Iterable

from assay.collector import CollectorFailed, Output, Resource, Source
from assay.errors import AssayError
from assay.reviews import Review, load

from .fields import CONTENT, SECRECY, VENDOR_CONTRACT

_CLAUSES = "clauses_present"
_ONLY = {
    VENDOR_CONTRACT: {*CONTENT[VENDOR_CONTRACT], "vendor_id"} - {*CONTENT[SECRECY]},
    SECRECY: {*CONTENT[SECRECY], "party_id", "party_number"} - {*CONTENT[VENDOR_CONTRACT]},
}
"""Fields that a document of the one kind has and that of the other has not."""


def of(source: Source, out: Output) -> list[Review]:
    """Read the reviews that the source names; raises `CollectorFailed` where the file is none.

    A file that is not there yet holds no answers: `assay contract review` writes it with the first one.
    """
    if "reviews" not in source.options:
        return []
    if not source.path("reviews").exists():
        out.note(f"{source.options['reviews']}: is not there; no answers of people count")
        return []
    try:
        return list(load(source.path("reviews")))
    except AssayError as error:
        raise CollectorFailed("corrupt", str(error)) from None


def kind_of(sha256: str, reviews: Iterable[Review]) -> str | None:
    """Return the kind of a document by what a person says that it says; None where that leaves it open."""
    fields = {review["field"] for review in reviews if review["document_sha256"] == sha256}
    kinds = [kind for kind, only in _ONLY.items() if fields & only]
    return kinds[0] if len(kinds) == 1 else None


def apply(resource: Resource, reviews: Iterable[Review]) -> None:
    """State the answers about a document; who gave them stands with each as its proof."""
    given = [review for review in reviews if review["document_sha256"] == resource.facts.get("document_sha256")]
    proofs = dict(resource.facts.get("extracted", {}))
    for review in given:
        resource.state(review["field"], review["value"], "attested")
        told = f"{review['by']}, {review['date']}"
        proofs[review["field"]] = {"quote": review.get("note", ""), "where": told, "confidence": 1.0}
        if review["field"] == _CLAUSES:
            resource.state("clauses_source", "lawyer_confirmed", "attested")
    if given:
        resource.state("extracted", proofs)
