"""Counts what an expression is made of: a document, perhaps with a text that somebody passes beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import addresses
from .configuration import Configuration
from .configured import Variable
from .expressions import Expression, constant, references_of
from .plan_file import Given

_DEEPEST = 24
_NO_CONTENT = frozenset({"count", "path", "terraform"})
"""What chooses between instances, or names files, and is no part of a value."""
_SOMETHING = object()


class Mixing:
    """Follows expressions through variables, local values and outputs of modules."""

    def __init__(self, configuration: Configuration, given: Mapping[str, Given]) -> None:
        """`given` are the values of the variables of the root module."""
        self._configuration = configuration
        self._given = given

    def parts(self, module: str, expression: Expression, depth: int = 0) -> int:
        """Return how many things an expression inside a module names; of a single variable, those behind it."""
        texts = list(dict.fromkeys(text for text in references_of(expression) if self._has_content(module, text)))
        if len(texts) != 1 or depth > _DEEPEST:
            return len(texts)
        before = self._configuration.before(module, texts[0])
        return 1 if before is None else self.parts(before[0], before[1], depth + 1)

    def _has_content(self, module: str, text: str) -> bool:
        """Whether it can be a part of a value: no switch is, no index, and nothing that is empty."""
        if addresses.head(text) in _NO_CONTENT or text == "each.key":
            return False
        value = self._variable(module, text) if addresses.head(text) == "var" else _SOMETHING
        return not (value is None or isinstance(value, bool | int | float) or value in ("", [], {}))

    def _variable(self, module: str, text: str) -> Any:
        """Return the value of a variable where it is known."""
        before, names = self._configuration.before(module, text), addresses.names(text)
        if len(names) != 2:
            return _SOMETHING
        if before is not None:
            return constant(before[1], _SOMETHING)
        if not module and names[1] in self._given:
            return self._given[names[1]].value
        declared = self._configuration.module(module).variables.get(names[1], Variable(_SOMETHING))
        return _SOMETHING if declared.default is None and not declared.optional else declared.default
