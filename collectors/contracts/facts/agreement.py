"""What kind of document it is, in which language, and with whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..reading.folding import CJK
from ..reading.sentences import Sentence
from ..sides.names import is_company
from ..words import Words
from .found import Found, Reading

_SAY = Words("agreement")
_SECRECY = _SAY("secrecy")
_EMPLOYED = _SAY("employed")
_SERVING, _CONTRACT = _SAY("serving"), _SAY("contract")
_TITLES = 6
_KEPT = 3
"""Sentences about secrets that make a letter an agreement about them."""
_CHINESE = re.compile(CJK)
_ENOUGH = 0.15
"""The share of a text above which a language is one of its languages."""


def is_secrecy(sentences: Sequence[Sentence]) -> bool:
    """Say whether a document is an agreement of confidentiality: by its title, or by what a letter speaks of."""
    opening = [sentence for sentence in sentences if sentence.part in ("body", "table", "text_box")][:_TITLES]
    titles = [sentence.text for sentence in opening if sentence.title or len(sentence.text) <= 60][:3]
    if any(_CONTRACT.search(title) or _SECRECY.search(title) for title in titles):
        named = any(_SECRECY.search(title) and not _SERVING.search(title) for title in titles)
        pledged = any(_SAY("pledge").search(title) and not _SERVING.search(title) for title in titles)
        return named or (pledged and _is_letter_of_secrecy(sentences))
    return _is_letter_of_secrecy(sentences)


def _is_letter_of_secrecy(sentences: Sequence[Sentence]) -> bool:
    """Say whether a text without the title of a contract is about secrets, and about nothing that is paid for."""
    kept = sum(_SAY("kept").search(sentence.text) is not None for sentence in sentences)
    return kept >= _KEPT and not any(_SAY("paid").search(sentence.text) for sentence in sentences)


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
    return Found(introduced.name, introduced.sentence, 0.95 if reading.parties.clear else 0.75)


def party_type(reading: Reading) -> Found | None:
    """Return whether an agreement of confidentiality binds a person of the staff or a vendor."""
    introduced = reading.parties.vendor
    said = next((sentence for sentence in reading.sentences if _EMPLOYED.search(sentence.text)), None)
    if introduced is None:
        return Found("staff", said, 0.7) if said else None
    if is_company(introduced.name):
        return Found("vendor", introduced.sentence, 0.95)
    return Found("staff", introduced.sentence, 0.95 if said else 0.8)
