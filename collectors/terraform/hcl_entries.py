"""Computes the arguments of one instance entry by entry, and blocks that repeat over entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .hcl_bodies import Nested
from .hcl_data import NotKnown, pairs
from .hcl_evaluation import Evaluation
from .hcl_named import Named
from .hcl_scope import Scope


class Entrywise:
    """The expressions of one instance of a resource."""

    def __init__(self, evaluation: Evaluation, scope: Scope | None) -> None:
        """`scope` is None where it is not known which instance it is."""
        self._evaluation = evaluation
        self._scope = scope

    def value(self, text: str) -> Any:
        """Return the value of an expression; raises `NotKnown`."""
        if self._scope is None:
            raise NotKnown
        return self._evaluation.value(text, self._scope)

    def repeated(self, block: Nested) -> Iterator[Entrywise]:
        """Return what computes each block that one, perhaps a dynamic one, makes; raises `NotKnown`."""
        if self._scope is None:
            raise NotKnown
        if block.repeats is None:
            yield self
            return
        for key, value in pairs(self._evaluation.outline(block.over, self._scope)):
            names = {**self._scope.names, block.iterator: {"key": key, "value": value}}
            yield Entrywise(self._evaluation, replace(self._scope, names=names))


NOWHERE = Entrywise(Evaluation(Named({}, frozenset())), None)
