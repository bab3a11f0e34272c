"""What was found in a document as a resource of the snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assay.collector import Resource

from .amendments import Base
from .detect import Contract, Detected
from .fields import CONTENT, SECRECY, VENDOR_CONTRACT
from .party_number import party_number
from .text import Document, Unreadable

Proof = Mapping[str, object]


def unread(id: str, name: str, found: Unreadable, kind: str = VENDOR_CONTRACT) -> Resource:
    """State a document of which nothing can be said; it may be of either kind, and counts as a contract."""
    resource = _resource(id, name, found.sha256)
    resource.state("text_extracted", False)
    for field in CONTENT[kind]:
        resource.miss(field, found.reason, found.told)
    return resource


def stated(id: str, name: str, document: Document, contract: Contract, base: str | None) -> Resource:
    """State what was found; that nothing was is a fact only where the whole text was read."""
    resource = _resource(id, name, document.sha256)
    resource.state("text_extracted", True)
    resource.state("clauses_source", "detector")
    for field in CONTENT[contract.kind]:
        _state(resource, field, contract.fields.get(field), document.unread)
    _state_clauses(resource, contract, document.unread)
    if contract.kind == VENDOR_CONTRACT:
        resource.state("document_language", contract.language)
        _state_base(resource, contract, base)
    number = party_number(document.passages) if contract.kind == SECRECY else None
    if number is not None and resource.facts.get("party_type") == "staff":
        resource.state("party_number", number)
    proofs = {**contract.clauses, **{name: found for name, found in contract.fields.items() if name in resource.facts}}
    resource.state("extracted", {name: _proof(found) for name, found in proofs.items()})
    return resource


def _resource(id: str, name: str, sha256: str) -> Resource:
    resource = Resource(id, name, location={"path": name})
    if sha256:
        resource.state("document_sha256", sha256)
    return resource


def _state(resource: Resource, field: str, found: Detected | None, places: Sequence[str]) -> None:
    if found is not None and (found.quote or not places):
        resource.state(field, found.value)
    elif places:
        resource.miss(field, "no_text", ", ".join(places))
    else:
        resource.miss(field, "not_in_source")


def _state_clauses(resource: Resource, contract: Contract, places: Sequence[str]) -> None:
    """State the list of clauses; one that could be read only in part is unread."""
    if places:
        resource.miss("clauses_present", "no_text", ", ".join(places))
    else:
        resource.state("clauses_present", list(contract.clauses))


def _state_base(resource: Resource, contract: Contract, base: str | None) -> None:
    if contract.base is None:
        resource.state("amends_contract_id", "none")
    elif base is not None:
        resource.state("amends_contract_id", base)
    else:
        resource.miss("amends_contract_id", "not_in_source", f"{_told(contract.base)} is not among the documents")
    resource.state("clauses_removed", list(contract.struck))


def _told(base: Base) -> str:
    """Name the contract that an amendment changes by what it says of it."""
    said = [base.number, f"of {base.signed}" if base.signed else ""]
    return " ".join(["the contract that it changes", *filter(None, said)])


def _proof(found: Detected) -> Proof:
    return {"quote": found.quote, "where": found.where, "confidence": found.confidence}
