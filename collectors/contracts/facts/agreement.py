"""What kind of document it is, in which language, and with whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..reading.folding import CJK
from ..reading.sentences import Sentence
from ..sides.names import Introduced, is_company
from ..sides.roles import role_in
from ..words import Words
from .found import Found, Reading

_SAY = Words("agreement")
_SECRECY = _SAY("secrecy")
_EMPLOYED = _SAY("employed")
_TITLES = 6
_CHINESE = re.compile(CJK)
_ENOUGH = 0.15
"""The share of a text above which a language is one of its languages."""


def is_secrecy(sentences: Sequence[Sentence]) -> bool:
    """Say whether a document is an agreement of confidentiality, by its title."""
    opening = [sentence for sentence in sentences if sentence.part in ("body", "table", "text_box")][:_TITLES]
    titles = [sentence.text for sentence in opening if sentence.title or len(sentence.text) <= 60]
    return any(_SECRECY.search(title) for title in titles[:3])


def language(sentences: Sequence[Sentence]) -> str:
    """Return `zh`, `en`, `both` or `other`, by the share of words in each script."""
    text = "".join(sentence.text for sentence in sentences)
    chinese = len(_CHINESE.findall(text))
    words = len(re.findall(r"[A-Za-z]{2,}", text))
    total = chinese + words
    if not total:
        return "other"
    if min(chinese, words) / total > _ENOUGH:
        return "both"
    return "zh" if chinese > words else "en"


def party(reading: Reading) -> Found | None:
    """Return the name of the one who serves, as written."""
    introduced = reading.parties.vendor
    if introduced is None:
        return None
    known = all(party and _has_role(party) for party in (introduced, reading.parties.customer))
    return Found(introduced.name, introduced.sentence, 0.95 if known else 0.75)


def _has_role(party: Introduced) -> bool:
    return any(role_in(word) for word in party.words if word != party.name)


def party_type(reading: Reading) -> Found | None:
    """Return whether an agreement of confidentiality binds a person of the staff or a vendor."""
    introduced = reading.parties.vendor
    said = next((sentence for sentence in reading.sentences if _EMPLOYED.search(sentence.text)), None)
    if introduced is None:
        return Found("staff", said, 0.7) if said else None
    if is_company(introduced.name):
        return Found("vendor", introduced.sentence, 0.95)
    return Found("staff", introduced.sentence, 0.95 if said else 0.8)
