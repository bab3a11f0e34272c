"""`python -m benchmarks.learn`: teach the learned reader of contracts, and print how well it reads other people.

`benchmarks/sentences/*.tsv` holds sentences of our own with their labels, one file for each of those who wrote them:
sentence, TAB, labels. {V} stands for the party that serves or is bound, {C} for the other; `none` for no label.
Needs scikit-learn, which nothing else does. What it writes goes with the vocabulary: teach again when that changes.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from collectors.contracts.detect import SECRECY_FAMILIES, VENDOR_FAMILIES
from collectors.contracts.learned import model
from collectors.contracts.learned.features import CUSTOMER, VENDOR, features, vocabulary_digest
from collectors.contracts.reading.folding import plain

SENTENCES = Path(__file__).parent / "sentences"
LABELS = frozenset({"location", *(family.name for family in (*VENDOR_FAMILIES, *SECRECY_FAMILIES))})
"""What is learnt: the clauses, and where data are kept."""
_PARTIES = {True: ("乙方", "甲方"), False: ("the Supplier", "the Customer")}
_RARE = 2
"""Features that stand in fewer sentences say nothing."""
_FREEDOM = 30.0
"""How closely the weights may follow the sentences (C of scikit-learn); by what is printed below."""
_NOTHING = 0.25
"""Weights smaller than this are left out: they are most of them."""
_LEVELS = (0.2, 0.3, 0.4, 0.5)


@dataclass(frozen=True)
class Example:
    """A sentence as the reader sees it."""

    features: frozenset[str]
    labels: frozenset[str]


def examples(path: Path) -> list[Example]:
    """Return the sentences of one file."""
    lines = dict(line.split("\t") for line in path.read_text("utf-8").splitlines() if line)
    return [Example(_seen(text), frozenset(labels.split()) - {"none"}) for text, labels in lines.items()]


def _seen(text: str) -> frozenset[str]:
    marked = plain(text)
    vendor, customer = _PARTIES[any("\u4e00" <= char <= "\u9fff" for char in marked)]
    return frozenset(features(marked.replace(VENDOR, vendor).replace(CUSTOMER, customer), marked))


class Lesson:
    """What is learnt from, with a column for each feature."""

    def __init__(self, files: Iterable[Sequence[Example]]) -> None:
        self._files = list(files)
        counted = Counter(name for given in self._files for example in given for name in example.features)
        self.names = sorted(name for name, count in counted.items() if count >= _RARE)
        self._columns = {name: column for column, name in enumerate(self.names)}
        self._rows = [self.rows(given) for given in self._files]

    @property
    def labels(self) -> list[str]:
        """The clauses of which any file tells."""
        return sorted(LABELS.intersection(label for given in self._files for label in _labels(given)))

    def rows(self, some: Sequence[Example]) -> Any:
        """Return one row for each example, of length one."""
        places = [[self._columns[name] for name in example.features if name in self._columns] for example in some]
        ends = numpy.concatenate([[0], numpy.cumsum([len(row) for row in places])])
        values = [len(row) ** -0.5 for row in places for _ in row]
        return csr_matrix((values, [column for row in places for column in row], ends), (len(places), len(self.names)))

    def learn(self, label: str) -> LogisticRegression:
        """Learn one label from the files that use it: of any other the writer did not think."""
        used = [place for place, given in enumerate(self._files) if label in _labels(given)]
        told = [label in example.labels for place in used for example in self._files[place]]
        rows = vstack([self._rows[place] for place in used])
        return LogisticRegression(C=_FREEDOM, solver="liblinear").fit(rows, numpy.array(told))


def _labels(given: Sequence[Example]) -> set[str]:
    return {label for example in given for label in example.labels}


def prove(files: Mapping[str, Sequence[Example]]) -> None:
    """Print how well the sentences of each writer are read by what the others teach."""
    for held, told in files.items():
        lesson = Lesson(given for name, given in files.items() if name != held)
        rows, scores = lesson.rows(told), _scores()
        for label in sorted(LABELS & _labels(told)):
            probable = lesson.learn(label).predict_proba(rows)[:, 1]
            for level in _LEVELS:
                for probability, example in zip(probable, told, strict=True):
                    scores[level][f"{label in example.labels} {probability >= level}"] += 1
        print(f"{held:<14}", *(_score(level, found) for level, found in scores.items()), sep="  ")


def _scores() -> defaultdict[float, Counter[str]]:
    return defaultdict(Counter)


def _score(level: float, found: Counter[str]) -> str:
    right, wrong, missed = found["True True"], found["False True"], found["True False"]
    return f"{level}: P {right / (right + wrong):.3f} R {right / (right + missed):.3f}"


def teach(files: Mapping[str, Sequence[Example]]) -> str:
    """Return the model that all files teach, as JSON."""
    lesson = Lesson(files.values())
    bias: dict[str, float] = {}
    weights: dict[str, dict[int, int]] = defaultdict(dict)
    for place, label in enumerate(lesson.labels):
        learnt = lesson.learn(label)
        bias[label] = round(float(learnt.intercept_[0]), 2)
        for column in numpy.flatnonzero(abs(learnt.coef_[0]) >= _NOTHING):
            weights[lesson.names[column]][place] = round(100 * float(learnt.coef_[0][column]))
    told = {"vocabulary": vocabulary_digest(), "bias": bias, "weights": weights}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def main() -> None:
    """Teach with every file; with `--proof` also without each in turn."""
    warnings.simplefilter("ignore", FutureWarning)
    files = {path.stem: examples(path) for path in sorted(SENTENCES.glob("*.tsv"))}
    if "--proof" in sys.argv:
        prove(files)
    text = teach(files)
    model.WEIGHTS.write_text(text + "\n", "utf-8")
    print(f"{sum(map(len, files.values()))} sentences, {len(text) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
