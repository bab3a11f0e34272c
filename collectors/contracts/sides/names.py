"""Names where a contract introduces its parties, each with the words that the contract goes on to use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..reading.sentences import Sentence
from ..terms import days
from ..words import Words
from .roles import role_in


@dataclass(frozen=True)
class Introduced:
    """A party where it is introduced: `ROLE: NAME` or `NAME (the "WORD")`."""

    name: str
    words: Sequence[str]
    """The role before the name, what stands in brackets and quotation marks after either."""
    sentence: Sentence


_SAY = Words("sides")
_LABEL = re.compile(r"(?P<role>[^:,。;“”\"]{1,40}?) ?: ?(?P<rest>\S.*)")
_SPACED = re.compile(r"(?<=^[甲乙丙]) (?=方)|(?<=[\u4e00-\u9fff] [甲乙丙]) (?=方)")
_NEXT_LABEL = re.compile(r" (?=[^ :]{2,12}:)")
_DEFINED = re.compile(
    rf"\({_SAY('named_as').pattern}*[\"“](?:the )?(?P<word>[^\"”]{{2,40}})[\"”][^()]{{0,40}}\)"
    rf"|\((?:the|hereinafter|以下简称|下称|简称) ?(?P<bare>[^\"“”()]{{2,24}})\)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^.*?(?:\b(?:by and )?between\b|由)[: ]*|^(?:,? ?\band\b|[与和及,、])[: ]*|^\(\d\) ?|^.{0,30}?: ?",
    re.IGNORECASE | re.DOTALL,
)
_PAIR = re.compile(r"(?:\b[Bb]etween |由 ?)(?P<one>[^,;“\"(]{4,60}?)(?: and |[与和])(?P<other>[^;“\"(]{4,80})")
# Parties are introduced before what they agree.
_OPENING = 40


def introductions(sentences: Sequence[Sentence]) -> list[Introduced]:
    """Return the parties in the order in which the text introduces them."""
    opening = sentences[:_OPENING]
    labelled = [party for sentence in opening for party in _labelled(sentence)]
    defined = [party for sentence in opening for party in _defined(sentence) or _between(sentence)]
    found: dict[str, Introduced] = {}
    for party in sorted([*labelled, *defined], key=lambda party: opening.index(party.sentence)):
        found.setdefault(party.words[0], party)
    return list(found.values())


def is_company(name: str) -> bool:
    """Say whether a name is that of a company, not of a person."""
    return _SAY("company").search(name) is not None


def _labelled(sentence: Sentence) -> Iterator[Introduced]:
    """Yield what stands as `甲方：NAME`, two of them on a line if need be."""
    text = sentence.context if sentence.row else sentence.text
    for part in _NEXT_LABEL.split(_SPACED.sub("", text)):
        match = _LABEL.match(part)
        if match is None or _SAY("witness").search(match["role"]):
            continue
        label, _, beside = match["role"].partition("(")
        name, role = _cut(match["rest"]), role_in(label)
        if name and (role or (is_company(name) and len(label) <= 12)):
            inner = [word for word in (beside.rstrip(") "), *_quoted(match["rest"])) if word]
            own = [label.strip()] if role else []
            yield Introduced(name, [*own, *inner] or [name], sentence)


def _defined(sentence: Sentence) -> list[Introduced]:
    """Return what stands as `NAME (the "WORD")`."""
    start, found = 0, []
    for match in _DEFINED.finditer(sentence.text):
        word = (match["word"] or match["bare"]).strip()
        given = _LEAD.sub("", sentence.text[start : match.start()], count=1)
        name = _cut(_LEAD.sub("", given, count=1) if given.startswith("(") else given)
        start = match.end()
        apposition = re.sub("公司|compan(?:y|ies)", "", given[len(name) :], flags=re.IGNORECASE)
        known = is_company(name) or role_in(word) or word in name
        if name and known and not _SAY("thing").search(word):
            found.append(Introduced(name, [word, apposition], sentence))
    return found


def _between(sentence: Sentence) -> list[Introduced]:
    """Return what stands as `between NAME and NAME`, companies both of them."""
    match = _PAIR.search(sentence.text)
    names = [_cut(match["one"]), _cut(match["other"])] if match else []
    return [Introduced(name, [name], sentence) for name in names] if all(map(is_company, names)) else []


def _quoted(text: str) -> list[str]:
    return [(match["word"] or match["bare"]).strip() for match in _DEFINED.finditer(text)]


def _cut(text: str) -> str:
    """Return the name at the beginning of a text; nothing where a sentence stands there."""
    end = _SAY("name_ends").search(text, 1)
    name = text[: end.start() if end else None].strip(" .,，:") if text else ""
    name += "." if text[len(name) : len(name) + 1] == "." and not text[len(name) :].startswith("。") else ""
    fit = 2 <= len(name) <= 80 and not re.search("[。_]", name) and not days.named(name)
    return name if fit else ""
