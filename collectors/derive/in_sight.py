"""Whether all documents of a party are in sight: none can be among those whose party is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from assay.derive import Derivation, Record, View

from . import named_party
from .named_party import Found

CONTRACT, AGREEMENT = "vendor_contract", "confidentiality_agreement"


@dataclass(frozen=True)
class _Doubt:
    """Whose the documents without a party may be."""

    anybody: bool
    of: frozenset[str]


_doubts: WeakKeyDictionary[View, dict[tuple[str, str], _Doubt]] = WeakKeyDictionary()


def contracts_in_sight(vendor: str, view: View) -> bool:
    """Return whether no contract of a vendor can be out of sight."""
    return _none_hidden(vendor, view, CONTRACT, "vendor", _contract_parties)


def agreements_in_sight(party: str, party_type: str, view: View) -> bool:
    """Return whether no agreement of a vendor, or of a person, can be out of sight."""
    return _none_hidden(party, view, AGREEMENT, party_type, agreement_parties)


def _none_hidden(
    party: str, view: View, kind: str, party_type: str, parties: Callable[[Record, View], Found | None]
) -> bool:
    if not view.complete(kind):
        return False
    known = _doubts.setdefault(view, {})
    if (kind, party_type) not in known:
        known[kind, party_type] = _doubt(view.every(kind), view, party_type, parties)
    doubt = known[kind, party_type]
    return not doubt.anybody and party not in doubt.of


def _doubt(
    documents: Iterable[Record], view: View, party_type: str, parties: Callable[[Record, View], Found | None]
) -> _Doubt:
    named: set[str] = set()
    anybody = False
    for document in documents:
        if "vendor_id" in document or "party_id" in document:
            continue
        if document.get("party_type", party_type) != party_type:
            continue
        found = parties(document, view)
        anybody = anybody or found is None or not found.ids
        named.update(found.ids if found else ())
    return _Doubt(anybody, frozenset(named))


def _contract_parties(contract: Record, view: View) -> Found | None:
    name = contract.get("vendor_name")
    return None if name is None else named_party.vendor(name, view)


def agreement_parties(agreement: Record, view: View) -> Found | None:
    """Return whom an agreement may bind; None where it does not say."""
    name = agreement.get("party_name")
    match agreement.get("party_type"):
        case "vendor" if name is not None:
            return named_party.vendor(name, view)
        case "staff" if name is not None:
            return named_party.person(agreement, name, view)
        case _:
            return None


contracts_complete = Derivation(lambda vendor, view: contracts_in_sight(vendor["id"], view))
vendor_agreements_complete = Derivation(lambda vendor, view: agreements_in_sight(vendor["id"], "vendor", view))
staff_agreements_complete = Derivation(lambda person, view: agreements_in_sight(person["id"], "staff", view))
