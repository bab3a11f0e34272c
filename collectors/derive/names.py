"""Names of companies and people, so that a document and a register that spell one differently mean the same.

Width, case, blanks and punctuation never count. The form of a company (Ltd, 有限公司) counts where two names have one.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from assay import yaml_reader

_WORD = re.compile(r"[^\W_]+")
_SILENT = re.compile(r"[.'’`]")
_CJK = r"\u3400-\u9fff"
_BORDER = re.compile(rf"(?<=[{_CJK}）)])[\s/|(（]+(?=[A-Za-z])|(?<=[A-Za-z.）)])[\s/|(（]+(?=[{_CJK}])")


class Company(NamedTuple):
    """A company's name in two parts."""

    stem: str
    form: str
    """Empty where the name says none."""


def companies(name: str) -> list[Company]:
    """Return the names in a text that gives one, or the same company's in two languages."""
    whole = _company(name)
    parts = [_company(part) for part in _BORDER.split(_plain(name))]
    # Both halves have to be names of their own: "ABC 科技有限公司" is one name.
    return [whole, *parts] if len(parts) == 2 and all(part.form for part in parts) else [whole]


def person(name: str) -> str:
    """Return a person's name in one spelling; "Li, Ann" is "Ann Li"."""
    last, comma, first = _plain(name).partition(",")
    return "".join(_WORD.findall(f"{first} {last}" if comma else last)).casefold()


class Register:
    """The companies of a register by their names."""

    def __init__(self, known: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._bearers: dict[str, dict[str, set[str]]] = {}
        for id, names in known:
            for company in {company for name in names for company in companies(name) if company.stem}:
                self._bearers.setdefault(company.stem, {}).setdefault(company.form, set()).add(id)

    def bearers(self, name: str) -> set[str]:
        """Return the ids of the companies that may be meant: one where it is clear."""
        return {id for company in companies(name) for id in self._of(company)}

    def _of(self, company: Company) -> set[str]:
        forms = self._bearers.get(company.stem, {})
        if company.form and company.form in forms:
            return forms[company.form]
        if not company.form:
            return set().union(*forms.values())
        # Who is registered without a form may have this one, unless another is known.
        return forms.get("", set()).difference(*(ids for form, ids in forms.items() if form))


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip()


def _company(name: str) -> Company:
    words = _WORD.findall(_SILENT.sub("", _plain(name).replace("&", " and ")).casefold())
    text = " ".join(words)
    for spelling, form in _forms().items():
        rest = text.removesuffix(spelling)
        if len(rest) < len(text) and rest.strip() and (rest.endswith(" ") or not spelling.isascii()):
            return Company(rest.replace(" ", ""), form)
    return Company(text.replace(" ", ""), "")


@functools.cache
def _forms() -> Mapping[str, str]:
    """Return spelling to form, the longest spelling first."""
    return dict(sorted(_spellings(), key=lambda item: (-len(item[0]), item[0])))


def _spellings() -> Iterator[tuple[str, str]]:
    for form, spellings in yaml_reader.load(Path(__file__).parent / "company_forms.yaml").items():
        yield from ((spelling, form) for spelling in spellings)
