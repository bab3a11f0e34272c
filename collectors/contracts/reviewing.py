"""Puts what a person read in a document in place of what the detector found, with name and date."""

from __future__ import annotations

from collections.abc import Iterable

from assay.collector import CollectorFailed, Resource, Source
from assay.errors import AssayError
from assay.reviews import Review, load

_CLAUSES = "clauses_present"


def of(source: Source) -> list[Review]:
    """Read the reviews that the source names; raises `CollectorFailed` where the file is none."""
    if "reviews" not in source.options:
        return []
    try:
        return list(load(source.path("reviews")))
    except AssayError as error:
        raise CollectorFailed("corrupt", str(error)) from None


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
