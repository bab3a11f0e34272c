"""What was learnt: for each label how much every feature speaks for it; made by `benchmarks/learn.py`."""

from __future__ import annotations

import functools
import json
import math
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights.json")


@dataclass(frozen=True)
class Model:
    """A logistic regression for each label over the features of a sentence, each of the length one."""

    bias: Mapping[str, float]
    """Label to what speaks for it in any sentence."""
    weights: Mapping[str, Mapping[str, float]]
    """Feature to what it says for each label."""

    def read(self, features: Collection[str]) -> dict[str, float]:
        """Return for each label how probable it is that a sentence with these features says it."""
        known = [self.weights[feature] for feature in features if feature in self.weights]
        total: dict[str, float] = defaultdict(float)
        for said in known:
            for label, weight in said.items():
                total[label] += weight
        length = math.sqrt(len(known) or 1)
        return {label: 1 / (1 + math.exp(-(bias + total[label] / length))) for label, bias in self.bias.items()}


@functools.cache
def model() -> Model:
    """Return the model that lies beside this module."""
    given = json.loads(WEIGHTS.read_text("utf-8"))
    labels = sorted(given["bias"])
    weights = {
        feature: {labels[int(place)]: weight / 100 for place, weight in said.items()}
        for feature, said in given["weights"].items()
    }
    return Model(given["bias"], weights)
