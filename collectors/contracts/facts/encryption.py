"""Which encryption the vendor promises."""

from __future__ import annotations

from ..words import Words
from .found import Found, Reading

_SAY = Words("encryption")
PROMISES = ("at_rest", "in_transit", "customer_key")


def promised(reading: Reading) -> Found | None:
    """Return what the duties of protection say of encryption; nothing where they do not speak of it.

    Silence is no promise to encrypt nothing: an annex may say more than the text.
    """
    found: dict[str, Found] = {}
    for match in reading.matches["security_measures"]:
        for promise in PROMISES:
            if _SAY(promise).search(match.sentence.text):
                found.setdefault(promise, Found(promise, match.sentence, min(0.85, match.confidence)))
    if not found:
        return None
    first = next(iter(found.values()))
    promises = [promise for promise in PROMISES if promise in found]
    return Found(promises, first.sentence, min(item.confidence for item in found.values()))
