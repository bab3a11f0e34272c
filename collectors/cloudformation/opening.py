"""Opens a template: writes its loops out and finds its scenarios, before any of its resources is looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..iac.value import Unknown
from .conditions import Conditions
from .evaluation import Budget, Evaluator
from .foreach import Loops
from .gaps import gaps_of
from .inputs import Inputs
from .scenarios import MAX_SCENARIOS, Scenario, scenarios, used_in
from .template import Template, checked


@dataclass(frozen=True)
class Opened:
    """A template that is ready to be evaluated."""

    template: Template
    inputs: Inputs
    scenarios: list[Scenario]
    gaps: list[str] = field(default_factory=list)
    """Parts of which resources may be missing, for the user."""
    notes: list[str] = field(default_factory=list)
    """What else the user has to know."""


def opened(template: Template, inputs: Inputs, budget: Budget, at_most: int = MAX_SCENARIOS) -> Opened:
    """Return the template with its scenarios; raises `TemplateFailed`."""
    loops = Loops(template, Evaluator(template, _Inputs(inputs), budget).value)
    whole = checked(loops.written_out())
    # Only a condition may know a secret: nothing of it is kept but whether the condition holds.
    conditions = Conditions(whole, inputs, Evaluator(whole, _Inputs(inputs, reveal=True), budget).value)
    used = used_in(whole.section("Resources")) | used_in(whole.section("Outputs"))
    _check_conditions(whole)
    found = scenarios(conditions, used, at_most)
    gaps = gaps_of(whole, loops.unread)
    notes = []
    if found.too_many:
        notes.append(f"{template.path}: its conditions turn out in too many ways; what depends on them is unread")
    return Opened(whole, inputs, found.found, gaps, notes)


def _check_conditions(template: Template) -> None:
    """Hold that every condition that a resource names is declared; raises `TemplateFailed` with its line."""
    declared = template.section("Conditions").keys()
    for name, resource in template.section("Resources").items():
        for missing in sorted(used_in(resource) - declared):
            raise template.failure(f"there is no condition {missing}; declare it under Conditions", "Resources", name)


class _Inputs:
    """What conditions and loops may refer to."""

    def __init__(self, inputs: Inputs, reveal: bool = False) -> None:
        self._inputs = inputs
        self._reveal = reveal

    def reference(self, name: str, attribute: str | None, inside: bool) -> Any:
        """Return a parameter."""
        known = attribute is None and name in self._inputs
        return self._inputs.value(name, reveal=self._reveal) if known else Unknown(operation=f"Ref {name}")

    def holds(self, condition: str) -> bool | None:
        """Say nothing: what stands here decides on the conditions."""
        return None
