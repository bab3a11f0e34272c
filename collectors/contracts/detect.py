"""From the text of a contract to its facts, each with the words that prove it and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from . import amendments
from .clauses import duties, ending, incidents, liability, oversight, places, processing, secrecy
from .facts import (
    agreement,
    audit,
    cap,
    deletion,
    encryption,
    location,
    notice,
    period,
    renewal,
    signature,
    sub_processing,
    survival,
)
from .facts.found import Found, Reading
from .quoting import quote
from .reading.options import chosen
from .reading.sentences import sentences
from .reading.terms_defined import expanded
from .sides import parties
from .sides.speaking import of_plain, spoken_plainly
from .text import Document

VENDOR_FAMILIES = tuple(
    family
    for module in (processing, duties, oversight, incidents, ending, liability, places)
    for family in module.FAMILIES
)
SECRECY_FAMILIES = secrecy.FAMILIES


@dataclass(frozen=True)
class Detected:
    """A fact with its proof; what silence says has no quotation."""

    value: object
    confidence: float
    quote: str = ""
    where: str = ""


@dataclass(frozen=True)
class Contract:
    """What was found in a document."""

    kind: str
    fields: Mapping[str, Detected]
    """Fields of the kind beside its clauses; one that the text leaves open is not among them."""
    clauses: Mapping[str, Detected]
    """The clauses that are present."""
    language: str
    number: str = ""
    """The number of the contract as it gives it."""
    base: amendments.Base | None = None
    """For an amendment: the contract that it changes."""
    struck: Mapping[str, Detected] = field(default_factory=dict)
    """Clauses that an amendment takes out of that contract."""


def detect(document: Document) -> Contract:
    """Find the facts of a contract or an agreement of confidentiality."""
    raw = expanded(chosen(sentences(document)))
    who = parties.find(raw)
    secret = agreement.is_secrecy(raw)
    families = SECRECY_FAMILIES if secret else VENDOR_FAMILIES
    amends = not secret and amendments.is_amendment(raw)
    plain = spoken_plainly(raw, who)
    who = of_plain(who)
    reading = Reading(tuple(map(amendments.current, plain) if amends else plain), who, families, amends)
    struck = (
        Reading(tuple(map(amendments.struck, filter(amendments.is_struck, plain))), who, families) if amends else None
    )
    return Contract(
        "confidentiality_agreement" if secret else "vendor_contract",
        _shown(document, _agreed(reading) if secret else _contracted(reading)),
        _clauses(document, reading),
        agreement.language(raw),
        amendments.own_number(raw),
        amendments.base_of(raw) if amends else None,
        _clauses(document, struck) if struck else {},
    )


def _contracted(reading: Reading) -> dict[str, Found | None]:
    signed = signature.signed(reading)
    first = period.start(reading, signed)
    renewing = renewal.renews(reading)
    audited = audit.right(reading)
    return {
        "vendor_name": agreement.party(reading),
        "signed_at": signed,
        "effective_from": first,
        "effective_to": period.end(reading, first, signed),
        "auto_renew": renewing,
        "renewal_notice": renewal.notice(reading, renewing),
        "breach_notice_hours": notice.hours(reading),
        "deletion_period": deletion.period(reading),
        "audit_right": audited,
        "audit_notice": audit.notice(reading, audited),
        "sub_processing_mode": sub_processing.mode(reading),
        "data_location": location.location(reading),
        "liability_cap": cap.cap(reading),
        "encryption_promised": encryption.promised(reading),
        "confidentiality_survival": survival.survival(reading, ("confidentiality",)),
    }


def _agreed(reading: Reading) -> dict[str, Found | None]:
    signed = signature.signed(reading)
    first = period.start(reading, signed)
    return {
        "party_type": agreement.party_type(reading),
        "party_name": agreement.party(reading),
        "signed_at": signed,
        "effective_to": period.end(reading, first, signed),
        "confidentiality_survival": survival.survival(reading, ("post_termination", "duties")),
    }


def _clauses(document: Document, reading: Reading) -> dict[str, Detected]:
    best = {name: matches[0] for name, matches in reading.matches.items() if matches}
    found = {name: Found("present", match.sentence, match.confidence) for name, match in best.items()}
    return _shown(document, found)


def _shown(document: Document, found: Mapping[str, Found | None]) -> dict[str, Detected]:
    return {name: _detected(document, item) for name, item in found.items() if item is not None}


def _detected(document: Document, found: Found) -> Detected:
    if found.sentence is None:
        return Detected(found.value, round(found.confidence, 2))
    text, where = quote(document, found.sentence)
    return Detected(found.value, round(found.confidence, 2), text, where)
