"""Whether conditions hold: by what is known, and by what is assumed of the rest."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..iac.value import Hidden, Unknown
from .inputs import Inputs
from .template import Template
from .values import Asked, text_of

OTHER = "\0other"
"""In place of a value that is none of those that the template compares a parameter with."""

Choices = Mapping[str, Any]
"""What is assumed: a parameter to its value, a comparison of things that are not known to its outcome."""


class Conditions:
    """The conditions of a template, with `evaluate` for what they compare."""

    def __init__(self, template: Template, inputs: Inputs, evaluate: Callable[[Any], Any]) -> None:
        self._template = template
        self._inputs = inputs
        self._evaluate = evaluate
        self._section = template.section("Conditions")
        self.open: dict[str, list[Any]] = {}
        """What was met that is not known, with what it may be."""

    def holds(self, name: str, choices: Choices, above: tuple[str, ...] = ()) -> bool | None:
        """Say whether a condition holds; None where that is open. Raises `TemplateFailed`."""
        if name in above:
            raise self._template.failure(f"the condition {name} depends on itself", "Conditions", name)
        if name not in self._section:
            place = ("Conditions", above[-1]) if above else ("", "")
            raise self._template.failure(f"there is no condition {name}; declare it under Conditions", *place)
        return self._truth(self._section[name], choices, (*above, name))

    def _truth(self, expression: Any, choices: Choices, above: tuple[str, ...]) -> bool | None:
        name, argument = next(iter(expression.items())) if _is_call(expression) else ("", None)
        match name, argument:
            case "Condition", str():
                return self.holds(argument, choices, above)
            case "Fn::Equals", [left, right]:
                return self._equal(left, right, choices)
            case "Fn::Not", [inner]:
                found = self._truth(inner, choices, above)
                return None if found is None else not found
            case "Fn::And" | "Fn::Or", [*parts]:
                every = [self._truth(part, choices, above) for part in parts]
                return _all(every) if name == "Fn::And" else _any(every)
        if isinstance(expression, bool) or expression in ("true", "false"):
            return expression in (True, "true")
        raise self._template.failure(f"the condition {above[-1]} cannot be read", "Conditions", above[-1])

    def _equal(self, left: Any, right: Any, choices: Choices) -> bool | None:
        values = [self._evaluate(side) for side in (left, right)]
        open_ = [value for value in values if isinstance(value, Unknown | Hidden)]
        if not open_:
            return _plain(values[0]) == _plain(values[1])
        if len(open_) == 1 and isinstance(open_[0], Asked) and open_[0].parameter:
            known = next(value for value in values if value is not open_[0])
            return self._chosen(open_[0].parameter, _plain(known), choices)
        key = json.dumps(sorted(json.dumps(side, sort_keys=True) for side in (left, right)))
        self.open.setdefault(key, [True, False])
        found: bool | None = choices.get(key)
        return found

    def _chosen(self, parameter: str, value: str, choices: Choices) -> bool | None:
        allowed = self._inputs.allowed(parameter)
        candidates = self.open.setdefault(parameter, [*allowed] or [OTHER])
        if not allowed and value not in candidates:
            candidates.insert(-1, value)
        return choices[parameter] == value if parameter in choices else None


def _is_call(expression: Any) -> bool:
    return isinstance(expression, dict) and len(expression) == 1


def _plain(value: Any) -> str:
    text = text_of(value)
    return str(text) if text is not None else json.dumps(value, sort_keys=True, default=str)


def _all(parts: Sequence[bool | None]) -> bool | None:
    return False if False in parts else None if None in parts else True


def _any(parts: Sequence[bool | None]) -> bool | None:
    return True if True in parts else None if None in parts else False
