"""How well contracts are read: precision and recall of each field against a table of truth.

`python -m benchmarks.contracts FOLDER`; the folder holds documents and `truth.yaml`, which says for each of them
the value of every field, all values that are acceptable where the text leaves room, and `absent`.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from benchmarks.meaning import same
from collectors.contracts.detect import Contract, Detected, detect
from collectors.contracts.extraction import extract_all
from collectors.contracts.text import Document, Unreadable

SURE = 0.9
_ABSENT = "absent"
_GROUPS = ("fields", "clauses_present", "details")


@dataclass
class Score:
    """What was found of one field in all documents."""

    right: int = 0
    wrong: int = 0
    """Stated, and not what the table says."""
    missed: int = 0
    """In the table, and not found or found wrong."""

    @property
    def precision(self) -> float:
        """Return the share of what was stated that is right."""
        return self.right / (self.right + self.wrong or 1) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Return the share of what is in the documents that was found."""
        return self.right / (self.right + self.missed or 1) if self.right + self.missed else 1.0

    def add(self, other: Score) -> None:
        """Add another field's figures."""
        self.right, self.wrong, self.missed = (
            self.right + other.right,
            self.wrong + other.wrong,
            self.missed + other.missed,
        )


@dataclass
class Result:
    """The scores of all fields, and each mistake in words."""

    scores: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    mistakes: list[str] = field(default_factory=list)
    sure_and_wrong: list[str] = field(default_factory=list)

    @property
    def total(self) -> Score:
        """Return the figures over all fields."""
        total = Score()
        for score in self.scores.values():
            total.add(score)
        return total

    def take(self, document: str, name: str, truth: Mapping[str, Any], found: Detected | None) -> None:
        """Compare one fact with the table."""
        accepted = truth.get("accept", [truth["value"]])
        value = found.value if found else _ABSENT
        score = self.scores[name]
        if any(same(name, value, other) for other in accepted):
            score.right += value != _ABSENT
            return
        if value == _ABSENT or (name == "auto_renew" and value is False and _ABSENT in accepted):
            score.missed += _ABSENT not in accepted
        else:
            score.wrong += 1
            score.missed += truth["value"] != _ABSENT
        if value == _ABSENT and _ABSENT in accepted:
            return
        told = f"{document}: {name}: {value!r}, not {truth['value']!r}" + (f": {found.quote[:120]}" if found else "")
        self.mistakes.append(told)
        if found is not None and found.confidence >= SURE:
            self.sure_and_wrong.append(told)


def measure(folder: Path) -> Result:
    """Read every document of the table and compare."""
    table = yaml.safe_load((folder / "truth.yaml").read_text("utf-8"))["files"]
    read = extract_all([folder / name for name in table])
    return compare(table, {name: read[folder / name] for name in table})


def compare(table: Mapping[str, Any], read: Mapping[str, Document | Unreadable]) -> Result:
    """Compare what is found in documents with the table."""
    result = Result()
    for name, entry in table.items():
        document = read[name]
        contract = None if isinstance(document, Unreadable) else detect(document)
        for fact, truth in _facts(entry):
            if contract is None or truth["value"] == "unreadable":
                if (contract is None) != (truth["value"] == "unreadable"):
                    result.mistakes.append(f"{name}: {fact}: readable in one, not in the other")
                continue
            result.take(name, fact, truth, _found(contract, fact))
    return result


def _facts(entry: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for group in _GROUPS:
        for name, truth in entry[group].items():
            yield name, truth if isinstance(truth, dict) else {"value": truth}


def _found(contract: Contract, name: str) -> Detected | None:
    return contract.fields.get(name) or contract.clauses.get(name)


def main() -> None:
    """Print the figures of every field."""
    result = measure(Path(sys.argv[1]))
    for name, score in sorted(result.scores.items()):
        print(f"{name:26} precision {score.precision:.3f}  recall {score.recall:.3f}  ({score.right} right)")
    print("\n".join(["", *result.mistakes]))
    total = result.total
    print(f"all fields: precision {total.precision:.3f}, recall {total.recall:.3f}; ", end="")
    print(f"{len(result.sure_and_wrong)} wrong with a confidence of {SURE} or more")


if __name__ == "__main__":
    main()
