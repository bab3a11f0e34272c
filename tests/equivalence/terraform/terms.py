"""What is written in Terraform's language: resources with arguments, and the values that arguments may have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Ref:
    """An attribute of another resource: `aws_kms_key.k.arn`."""

    address: str
    attribute: str

    def __str__(self) -> str:
        return f"{self.address}.{self.attribute}"


@dataclass(frozen=True)
class Text:
    """A text with attributes of other resources in it."""

    parts: tuple[str | Ref, ...]


@dataclass(frozen=True)
class Encoded:
    """`jsonencode` of a value."""

    value: Any


@dataclass(frozen=True)
class Variable:
    """A variable of the root module; without a default the user is asked for it."""

    name: str
    value: str
    has_default: bool = False


class Blocks(list[Mapping[str, Any]]):
    """Nested blocks, unlike a list that is the value of an argument."""


@dataclass
class Written:
    """A resource, or a data source (`data.aws_iam_policy_document`)."""

    type: str
    name: str
    arguments: dict[str, Any]
    repeated: str = ""
    """`count` or `for_each`, once."""

    @property
    def address(self) -> str:
        """Its address without an index."""
        return f"{self.type}.{self.name}"

    @property
    def is_data(self) -> bool:
        """Whether it is a data source."""
        return self.type.startswith("data.")

    def ref(self, attribute: str) -> Ref:
        """Return a reference to one of its attributes."""
        index = {"": "", "count": "[0]", "for_each": '["only"]'}[self.repeated]
        return Ref(f"{self.address}{index}", attribute)


@dataclass(frozen=True)
class Style:
    """How the same is written: the ways that Terraform leaves open."""

    inline: bool = False
    """Settings of buckets as blocks inside them, rules of groups and policies of roles too."""
    policies: str = "literal"
    """`literal` names in documents, `encoded` references in them, or `document`: data sources."""
    repeated: str = ""
    """`count` or `for_each` for every resource."""
    module: bool = False
    """Everything inside a module."""


@dataclass
class Root:
    """All that is written."""

    style: Style = field(default_factory=Style)
    resources: list[Written] = field(default_factory=list)
    documents: dict[str, Any] = field(default_factory=dict)
    """What data sources for policies hold, by their addresses."""

    def add(self, type_: str, name: str, /, **arguments: Any) -> Written:
        """Add a resource; arguments that are None are left out."""
        given = {argument: value for argument, value in arguments.items() if value is not None}
        repeated = "" if type_.startswith("data.") else self.style.repeated
        made = Written(type_, name, given, repeated)
        self.resources.append(made)
        return made

    def variables(self) -> dict[str, Variable]:
        """Return the variables that arguments name."""
        values = (value for one in self.resources for value in one.arguments.values())
        return {value.name: value for value in values if isinstance(value, Variable)}


def tags(pairs: tuple[tuple[str, str], ...]) -> dict[str, str] | None:
    """Return tags as Terraform has them, None where there are none."""
    return dict(pairs) or None
