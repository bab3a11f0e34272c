"""Names where a contract introduces its parties, each with the words that the contract goes on to use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..reading.sentences import Sentence
from ..words import Words
from .cutting import cut, is_company, led
from .letters import correspondents
from .roles import PRONOUNS, role_in
from .words_defined import DEFINED, all_words, words

__all__ = ["Introduced", "introductions", "is_company"]


@dataclass(frozen=True)
class Introduced:
    """A party where it is introduced: `ROLE: NAME` or `NAME (the "WORD")`."""

    name: str
    words: Sequence[str]
    """What the text calls it: the role before the name, what stands in brackets and quotation marks after either."""
    sentence: Sentence


_SAY = Words("sides")
_LABEL = re.compile(r"(?P<role>[^:,。;“”\"]{1,40}?) ?: ?(?P<rest>\S.*)")
_SPACED = re.compile(r"(?<=^[甲乙丙]) (?=方)|(?<=[\u4e00-\u9fff] [甲乙丙]) (?=方)")
_NEXT_LABEL = re.compile(r" (?=[^ :]{2,12}:)(?!(?:name|details):)")
_ROLE_OF = re.compile(r"(?P<role>您|我们|[Yy]ou|[Ww]e|us) ?\((?P<name>[^();,。“\"]{2,60})(?=[);,]| and\b)")
_PAIR = re.compile(r"(?:\b[Bb]etween |由 ?)(?P<one>[^,;“\"(]{4,60}?)(?: and |[与和])(?P<other>[^;“\"(]{4,80})")
_PERSON = re.compile(r"[\u4e00-\u9fff·]{2,5}|[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){1,3}")
_NAMED = r"[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){1,3}"
_DECLARED = re.compile(
    rf"\bI, (?:the undersigned,? )?({_NAMED})[,(]|^(?:本人|我)([\u4e00-\u9fff]{{2,4}})\("
    r"|本人:? ?([\u4e00-\u9fff·]{2,4}?) ?[(,] ?(?:身份证|证件|工号|员工|系|现任|任|为|作为|性别|男|女)"
)
# Parties are introduced before what they agree.
_OPENING = 40
_OFTEN = 3
_LONGEST_LABEL, _LONGEST_WORD = 14, 8


def introductions(sentences: Sequence[Sentence]) -> list[Introduced]:
    """Return the parties in the order in which the text introduces them."""
    opening = sentences[:_OPENING]
    text = "\n".join(sentence.text for sentence in sentences)
    found: list[Introduced] = []
    for sentence in opening:
        for party in [
            *_labelled(sentence, text),
            *(_of_pronouns(sentence) or _defined(sentence, text) or _between(sentence)),
        ]:
            _take(found, party)
    for party in _declared(opening):
        _take(found, party)
    return found if len(found) > 1 else _of_a_letter(sentences, text) or found


def _take(found: list[Introduced], party: Introduced) -> None:
    """Add a party, or what else it is called where it is known by its name; a word means the first that has it."""
    taken = {word for other in found for word in other.words}
    for index, other in enumerate(found):
        if other.name.lower() == party.name.lower():
            more = [word for word in party.words if word not in taken]
            found[index] = replace(other, words=[*other.words, *more])
            return
    if party.words[0] not in taken:
        found.append(party)


def _labelled(sentence: Sentence, text: str) -> Iterator[Introduced]:
    """Yield what stands as `甲方：NAME`, two of them on a line if need be."""
    given = sentence.context if sentence.row else sentence.text
    for part in _NEXT_LABEL.split(_SPACED.sub("", given)):
        match = _LABEL.match(part)
        if match is None:
            continue
        label, _, beside = match["role"].partition("(")
        label, name = label.strip(), cut(match["rest"])
        if name and not _SAY("witness").search(_titled(match["role"])) and _is_party(label, name, text):
            inner = [beside.rstrip(") "), *all_words(match["rest"])]
            yield Introduced(name, [*_short(label, text), *filter(_is_word, inner)], sentence)


def _titled(label: str) -> str:
    """Return a label without what only says that a name follows: `Customer` of `Customer name`."""
    return _SAY("name_of").sub(lambda _: "", label) if role_in(label) else label


def _is_party(label: str, name: str, text: str) -> bool:
    """Say whether a label and a name are those of a party: by a known role, a company's name, or by later use."""
    if "、" in name:
        return False
    if (role := role_in(label)) and _SAY("name_of").sub(lambda _: "", label).strip().lower().endswith(role.lower()):
        return True
    if not label.isascii() and _SAY("made_vendor", "made_customer").fullmatch(label):
        return True
    if len(label) > _LONGEST_LABEL or _SAY("thing").search(label):
        return False
    return is_company(name) or (_PERSON.fullmatch(name) is not None and _is_used(_short(label, text)[0], text))


def _short(label: str, text: str) -> list[str]:
    """Return the word of a label that the text goes on to use: `学员` of `实习学员`."""
    end = label[-2:]
    return [end] if not label.isascii() and not _is_used(label, text) and _is_used(end, text) else [label]


def _is_used(word: str, text: str) -> bool:
    return text.count(word) > _OFTEN


def _is_word(text: str) -> bool:
    """Say whether what stands in brackets is a word for a party, not a remark."""
    fit = len(text) <= _LONGEST_WORD or role_in(text) is not None
    return bool(text) and fit and not _SAY("sealed").fullmatch(text)


def _defined(sentence: Sentence, text: str) -> list[Introduced]:
    """Return what stands as `NAME (the "WORD")`."""
    start, found = 0, []
    for match in DEFINED.finditer(sentence.text):
        word, *more = words(match)
        given = led(sentence.text[start : match.start()])
        name = cut(given)
        start = match.end()
        apposition = re.sub("公司|compan(?:y|ies)", "", given[len(name) :], flags=re.IGNORECASE)
        known = is_company(name) or role_in(word) or word in name or word.lower() in PRONOUNS
        if name and known and not _SAY("thing").search(word) and (not match["plain"] or _is_used(word, text)):
            found.append(Introduced(name, [word, apposition, *more], sentence))
    return found


def _of_pronouns(sentence: Sentence) -> list[Introduced]:
    """Return what stands as `您（NAME）与我们（NAME）`: two companies behind the pronouns for them."""
    found = [(match["role"].lower(), cut(match["name"])) for match in _ROLE_OF.finditer(sentence.text)]
    named = [Introduced(name, [role], sentence) for role, name in found if is_company(name)]
    return named if len(named) == 2 else []


def _between(sentence: Sentence) -> list[Introduced]:
    """Return what stands as `between NAME and NAME`, companies both of them."""
    match = _PAIR.search(sentence.text)
    names = [cut(match["one"]), cut(match["other"])] if match else []
    return [Introduced(name, [name], sentence) for name in names] if all(map(is_company, names)) else []


def _declared(opening: Sequence[Sentence]) -> list[Introduced]:
    """Return who speaks in a declaration: `I, NAME, ...` and `本人NAME，`."""
    for sentence in opening:
        if match := _DECLARED.search(sentence.text):
            pronoun = "I" if match[1] else "本人"
            return [Introduced(match[1] or match[2] or match[3], [pronoun, "Undersigned"], sentence)]
    return []


def _of_a_letter(sentences: Sequence[Sentence], text: str) -> list[Introduced]:
    """Return who writes and who is written to, where a letter calls them `we` and `you`."""
    if not all(re.search(rf"\b{word}\b", text, re.IGNORECASE) for word in PRONOUNS):
        return []
    return [
        Introduced(name, [word], sentence)
        for (name, sentence), word in zip(correspondents(sentences, is_company), PRONOUNS, strict=False)
    ]
