"""The truth table of the invented organisation: what every check has to say of every resource, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from assay import yaml_reader
from assay.examples import folder

Pair = tuple[str, str]
"""Check and resource."""


@dataclass(frozen=True)
class Line:
    """One line of the table; `*` in the resource stands for any text."""

    check: str
    answer: str
    """The verdict, and of a gap the severity."""
    resource: str
    why: str

    def speaks_of(self, pair: Pair) -> bool:
        """Say whether the line is about that check and resource."""
        return pair[0] == self.check and fnmatchcase(pair[1], self.resource)


def lines() -> list[Line]:
    """Return the table."""
    table = yaml_reader.load(folder() / "truth.yaml")
    return list(_lines(table))


def expected(pairs: Iterable[Pair]) -> dict[Pair, list[str]]:
    """Return the answers that the table has for each pair: one, where the table is right."""
    table = lines()
    return {pair: [line.answer for line in table if line.speaks_of(pair)] for pair in pairs}


def answer(finding: Mapping[str, Any]) -> str:
    """Return the answer of a finding as the table writes it."""
    verdict = str(finding["verdict"])
    return f"{verdict} {finding['severity']}" if verdict == "fail" else verdict


def _lines(table: Mapping[str, Mapping[str, Mapping[str, str]]]) -> Iterator[Line]:
    for check, answers in table.items():
        for said, resources in answers.items():
            for resource, why in resources.items():
                yield Line(check, said, resource, why)
