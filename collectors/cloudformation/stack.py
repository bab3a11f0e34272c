"""One stack in one scenario: its resources in Terraform's vocabulary, and what its expressions refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..iac.declared import Declared
from ..iac.value import Reference, Unknown
from . import references
from .evaluation import Budget, Evaluator
from .inputs import ACCOUNT, REGION, Inputs
from .scenarios import Scenario
from .template import Template
from .translation import Owned, declared_by
from .values import Attribute

STACK = "AWS::CloudFormation::Stack"

# What stands in texts for the account and the region, the same as in Terraform, where data sources give them.
_TOKENS = {ACCOUNT: "<data.aws_caller_identity.current.account_id>", REGION: "<data.aws_region.current.name>"}

Nesting = Callable[["Stack", str, Mapping[str, Any]], "Stack | None"]
"""Gives the stack that a resource of a stack nests, by its logical id and its properties."""


class Stack:
    """Evaluates lazily: a name is worked out where something refers to it."""

    def __init__(
        self,
        template: Template,
        inputs: Inputs,
        scenario: Scenario,
        budget: Budget,
        nesting: Nesting,
        prefix: str = "",
    ) -> None:
        self.template = template
        self.inputs = inputs
        self.prefix = prefix
        self.evaluator = Evaluator(template, self, budget)
        self._scenario = scenario
        self._nesting = nesting
        # What a transform makes has no type before.
        written = template.section("Resources").items()
        self._resources = {name: resource for name, resource in written if _is_one(resource)}
        self._names: dict[str, str | None] = {}
        self._naming: list[str] = []
        self._nested: dict[str, Stack | None] = {}

    def declared(self) -> Iterator[Declared]:
        """Yield what the resources amount to, those of nested stacks included."""
        for name, resource in self._resources.items():
            exists = self.holds(resource["Condition"]) if "Condition" in resource else True
            if exists is False:
                continue
            owned = Owned(self, name, resource, in_doubt=exists is None)
            yield from declared_by(owned)
            nested = self.nested(name)
            if nested is not None:
                yield from nested.declared()

    def holds(self, condition: str) -> bool | None:
        """Say whether a condition holds; None where it is not known. Raises `TemplateFailed`."""
        if condition not in self._scenario:
            raise self.template.failure(f"there is no condition {condition}; declare it under Conditions")
        return self._scenario[condition]

    def reference(self, name: str, attribute: str | None, inside: bool) -> Any:
        """Return `Ref` of a name, or an attribute of it; inside a text a resource is named by its token."""
        if attribute is None and name in self.inputs:
            return _shown(self.inputs.value(name), name, inside)
        if name not in self._resources:
            return Unknown(operation=f"{name}.{attribute}" if attribute else f"Ref {name}")
        nested = self.nested(name) if attribute and attribute.startswith("Outputs.") else None
        if nested is not None:
            return nested.output(str(attribute).removeprefix("Outputs."), inside)
        return self._attribute(name, attribute, inside)

    def address(self, name: str) -> str:
        """Return the address of a resource."""
        return self.prefix + name

    def type_of(self, name: str) -> str:
        """Return the type of a resource."""
        return str(self._resources[name].get("Type", ""))

    def output(self, name: str, inside: bool) -> Any:
        """Return an output, for the stack around."""
        entry = self.template.section("Outputs").get(name)
        if not isinstance(entry, dict) or "Value" not in entry:
            return Unknown(operation=f"output {name}")
        return self.evaluator.value(entry["Value"], inside)

    def nested(self, name: str) -> Stack | None:
        """Return the stack that a resource nests, where it is one and can be read."""
        if self.type_of(name) != STACK:
            return None
        if name not in self._nested:
            self._nested[name] = None
            self._nested[name] = self._nesting(self, name, self._resources[name].get("Properties") or {})
        return self._nested[name]

    def name_of(self, name: str) -> str | None:
        """Return the name that a resource will have, where the template settles it; raises `TemplateFailed`."""
        type_ = self.type_of(name)
        if name not in self._names:
            if name in self._naming:
                raise self.template.failure(f"the name of {name} depends on itself", "Resources", name)
            self._naming.append(name)
            properties = self._resources[name].get("Properties") or {}
            # What the name itself refers to is no link of the one who asks for it.
            value = Evaluator(self.template, self, self.evaluator.budget).value(properties.get(references.NAMES[type_]))
            settled = str(value) if isinstance(value, str) and value else None
            self._names[name] = settled.lower() if settled and type_ in references.LOWERED else settled
            self._naming.remove(name)
        return self._names[name]

    def _attribute(self, name: str, attribute: str | None, inside: bool) -> Any:
        type_ = self.type_of(name)
        meant = references.attribute_of(type_, attribute)
        pointer = Attribute(references=(Reference(self.address(name), meant),), operation=f"{name}.{meant}")
        self.evaluator.seen += pointer.references
        known = self.name_of(name) if type_ in references.NAMES else None
        if known is not None and references.gives_name(type_, attribute):
            return known
        if known is not None and type_ == "AWS::S3::Bucket" and meant == "arn":
            return f"arn:{self.inputs.value('AWS::Partition')}:s3:::{known}"
        return pointer.token if inside else pointer


def _is_one(resource: Any) -> bool:
    return isinstance(resource, dict) and "Type" in resource


def _shown(value: Any, name: str, inside: bool) -> Any:
    """Return the value of an input; inside a text the account and the region are named by tokens."""
    if inside and isinstance(value, Attribute):
        return value.token
    if inside and name in _TOKENS and isinstance(value, Unknown):
        return _TOKENS[name]
    return value
