"""Expressions of HCL, taken apart as far as it takes to know what they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from . import hcl_lexing
from .expressions import Expression

_TRAVERSAL = re.compile(
    r'[A-Za-z_][\w-]*(?:\s*\.\s*(?:[A-Za-z_][\w-]*|\*|\d+)|\[\s*(?:"[^"\\$]*"|\d+|\*)\s*\]|(?=\[))+'
)
_HEADS = frozenset({"var", "local", "module", "data", "each", "count", "path", "terraform", "ephemeral"})
_INDEX = re.compile(r'"[^"\\$%]*"\s*\]')
_SPLAT = re.compile(r"\.\*|\[\*\]|\.\d+(?=\.|$)|\s")
_LONGEST = 200
"""Of an index that is computed; behind a longer one nothing is looked for."""
_OUTSIDE = re.compile(r"\b(file\w*|templatefile|timestamp|plantimestamp|uuid|bcrypt|rsadecrypt)\s*\(|provider::")
_KEY = re.compile(r'\s*(?:"([^"\\$]*)"|\(?([A-Za-z_][\w-]*)\)?)\s*[=:](?!=)')


def leaf(text: str, iterators: Mapping[str, Expression] | None = None) -> Expression:
    """Return the expression of an argument; what the iterator of a dynamic block stands for is added."""
    found: dict[str, None] = {}
    for reference in _references(text):
        head = reference.partition(".")[0]
        if iterators and head in iterators:
            found |= dict.fromkeys(iterators[head]["references"])
        elif head in _HEADS or "_" in head:
            found[reference] = None
    return {"references": list(found)}


def depends_on_surroundings(text: str) -> bool:
    """Whether a value also comes from a file or from the moment."""
    return _OUTSIDE.search(text) is not None


def items(text: str) -> list[str] | None:
    """Return the items of a list as it is written; None where the text is none."""
    return list(_parts(text[1:-1])) if _encloses(text, "[") and not _is_for(text) else None


def entries(text: str) -> dict[str, str] | None:
    """Return the entries of a map as it is written; None where the text is none, or keys are computed."""
    if not _encloses(text, "{") or _is_for(text):
        return None
    found = {}
    for part in _parts(text[1:-1]):
        key = _KEY.match(part)
        if key is None or part.lstrip().startswith("("):
            return None
        found[key[1] if key[1] is not None else key[2]] = part[key.end() :].strip()
    return found


def _references(text: str) -> Iterator[str]:
    """Return traversals (`a_b.c.d`) outside of plain text, with literal indices only."""
    for code in _code(text):
        for match in _TRAVERSAL.finditer(code):
            reference = _SPLAT.sub("", match[0])
            rest = re.match(r"\s*\.\s*[A-Za-z_][\w-]*", code[_behind_index(code, match.end()) :])
            yield reference + (
                re.sub(r"\s", "", rest[0]) if rest and code[match.end() : match.end() + 1] == "[" else ""
            )


def _behind_index(code: str, at: int) -> int:
    """Return the place behind an index that is computed: `b[each.key].id` names `b.id`."""
    return at + hcl_lexing.skip_brackets(code[at : at + _LONGEST], 0) if code[at : at + 1] == "[" else at


def _code(text: str) -> Iterator[str]:
    """Return the parts of an expression that are no plain text, those inside of templates too."""
    at = begin = 0
    while at < len(text):
        after, _ = hcl_lexing.step(text, at)
        is_index = text[at - 1 : at] == "[" and _INDEX.match(text, at)
        if after > at + 1 and text[at] in '"<' and not is_index:
            yield text[begin:at]
            yield from _templates(text[at:after])
            begin = after
        at = after
    yield text[begin:]


def _templates(text: str) -> Iterator[str]:
    for match in re.finditer(r"(?<![$%])[$%]\{", text):
        yield from _code(text[match.end() : hcl_lexing.skip_brackets(text, match.end() - 1) - 1])


def _encloses(text: str, bracket: str) -> bool:
    return text.startswith(bracket) and hcl_lexing.skip_brackets(text, 0) == len(text)


def _is_for(text: str) -> bool:
    return re.match(r"[\[{]\s*for\b", text) is not None


def _parts(text: str) -> Iterator[str]:
    """Return what stands between commas or, in a map, on lines of its own."""
    at = begin = depth = 0
    while at < len(text):
        after, mark = hcl_lexing.step(text, at)
        depth += (mark in "[({") - (mark in "])}")
        if depth == 0 and mark in ",\n":
            if text[begin:at].strip():
                yield text[begin:at].strip()
            begin = after
        at = after
    if text[begin:].strip():
        yield text[begin:].strip()
