"""Works out expressions: literals, intrinsic functions and what they refer to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from ..iac.value import Hidden, Reference, Unknown
from .template import Template, TemplateFailed
from .values import NOTHING

_MAX_STEPS = 2_000_000
_MAX_TEXT = 50_000_000


class Surroundings(Protocol):
    """What an expression may refer to."""

    def reference(self, name: str, attribute: str | None, inside: bool) -> Any:
        """Return `Ref` of a name, or an attribute of it; inside a text a resource is named by its token."""

    def holds(self, condition: str) -> bool | None:
        """Say whether a condition holds; None where it is not known."""


@dataclass
class Budget:
    """What one template may cost; nested functions can multiply a short text without end."""

    template: Template
    steps: int = 0
    text: int = 0

    def spend(self, text: int = 0) -> None:
        """Count a step and the text that it made; raises `TemplateFailed`."""
        self.steps += 1
        self.text += text
        if self.steps > _MAX_STEPS or self.text > _MAX_TEXT:
            raise TemplateFailed("limit", f"{self.template.path}: its expressions stand for too much; write it out")


@dataclass
class Evaluator:
    """Works out expressions of one stack in one scenario."""

    template: Template
    around: Surroundings
    budget: Budget
    seen: list[Reference] = field(default_factory=list)
    """Which resources the expressions named that were worked out since it was emptied."""

    def value(self, expression: Any, inside: bool = False) -> Any:
        """Return the value: plain, `NOTHING`, `Unknown` or `Hidden`.

        `inside` a text (a policy document, say) a resource whose attribute is not known is named by its token, so
        that the same text arises everywhere; elsewhere it is `Unknown` with a reference.
        """
        self.budget.spend()
        match expression:
            case None:
                return NOTHING
            case str():
                return dynamic(expression)
            case list():
                items = (self.value(item, inside) for item in expression)
                return [item for item in items if item is not NOTHING]
            case dict():
                return self._mapping(expression, inside)
        return expression

    def _mapping(self, expression: Mapping[str, Any], inside: bool) -> Any:
        from . import functions

        name = next(iter(expression)) if len(expression) == 1 else ""
        if name == "Ref" or name.startswith("Fn::"):
            function: Callable[..., Any] | None = functions.FUNCTIONS.get(name)
            if function is None:
                return Unknown("unsupported", operation=name)
            made = function(self, expression[name], inside)
            self.budget.spend(len(made) if isinstance(made, str) else 0)
            return made
        settled = {key: self.value(item, inside) for key, item in expression.items()}
        return {key: item for key, item in settled.items() if item is not NOTHING}


def dynamic(text: str) -> Any:
    """Return a text; one that CloudFormation replaces by what a store keeps is secret, or not known."""
    if "{{resolve:secretsmanager:" in text or "{{resolve:ssm-secure:" in text:
        return Hidden("secret_store_reference")
    if "{{resolve:" in text:
        return Unknown(operation="dynamic reference")
    return text
