"""Agreements in the form of a letter: who writes, and who is written to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..reading.sentences import Sentence

_OPENING = 8
_LONGEST = 80
_NAME = re.compile(r"[A-Z][\w&'-]*(?:,? (?:&|of|and|[A-Z][\w&'.-]*))*,? ?\w*\.?")
_ADDRESS = re.compile(r",? (?=\d)| - ")
_ADDRESSEE = re.compile(r"^(?:Attn|To|Dear)\b:? ?(?P<name>[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){1,3})(?=,|$)")
_PERSON = re.compile(r"^(?:Attn|To|Ms|Mrs|Mr|Dr)\b\.?:? ?[^,]{3,40}, ")


def correspondents(sentences: Sequence[Sentence], is_company: Callable[[str], bool]) -> list[tuple[str, Sentence]]:
    """Return the company of the letterhead and the company or the person of the address, in this order."""
    found: dict[str, Sentence] = {}
    people: dict[str, Sentence] = {}
    for sentence in sentences[:_OPENING]:
        if person := _ADDRESSEE.match(sentence.text):
            people.setdefault(person["name"], sentence)
        name = _ADDRESS.split(_PERSON.sub("", sentence.text))[0].strip()
        if len(name) <= _LONGEST and _NAME.fullmatch(name) and is_company(name):
            found.setdefault(name, sentence)
    # A company that is written to has a person of its own in the address.
    return [*list(found.items())[:2], *people.items()][:2]
