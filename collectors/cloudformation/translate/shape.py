"""The form of the tables: how an argument of Terraform is taken from properties of CloudFormation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ...iac.value import Hidden, Unknown


class Properties(Protocol):
    """The properties of a resource, or what one nested property holds."""

    def get(self, name: str, inside: bool = False) -> Any:
        """Return the value of a property; None where it is not written."""

    def own(self, attribute: str = "id") -> Any:
        """Return what names the resource itself."""


Convert = Callable[[Any], Any]
Arguments = Mapping[str, Any]
"""Argument of Terraform to how it is taken: by the name of a property, by `From`, or by a function of the properties.

What comes out as None is left out.
"""


@dataclass(frozen=True)
class From:
    """A property whose value takes another form."""

    name: str
    convert: Convert | None = None
    """Never called with a value that is not known, or secret as a whole."""
    inside: bool = False
    """Whether it is a text or a document, in which what is not known is named by tokens."""
    default: Any = None
    """What CloudFormation itself documents for a property that is not written."""


@dataclass(frozen=True)
class Part:
    """One resource of Terraform that a resource of CloudFormation amounts to."""

    type: str
    arguments: Arguments
    of: str = ""
    """Property without which it is not there, and which the arguments then read; a single value as \"\"."""
    each: bool = False
    """Whether there is one for each item of that property."""
    inside: bool = False
    """Whether that property holds documents."""
    when: Callable[[Properties], bool] | None = None
    """What else decides whether it is there."""


@dataclass(frozen=True)
class Item:
    """What one nested property holds."""

    content: Mapping[str, Any]
    around: Properties | None = None
    """The resource that it belongs to."""
    unknown: Unknown | None = None
    """Set where nothing of it is known."""

    def get(self, name: str, inside: bool = False) -> Any:
        """Return the value of a property; None where it is not written."""
        return self.content.get(name) if self.unknown is None else self.unknown

    def own(self, attribute: str = "id") -> Any:
        """Return what names the resource that it belongs to."""
        return self.around.own(attribute) if self.around is not None else None


def shaped(properties: Properties, arguments: Arguments) -> dict[str, Any]:
    """Return the arguments that the properties amount to."""
    taken = {name: take(properties, how) for name, how in arguments.items()}
    return {name: value for name, value in taken.items() if value is not None}


def take(properties: Properties, how: Any) -> Any:
    """Return one argument."""
    if isinstance(how, str):
        return properties.get(how)
    if not isinstance(how, From):
        return how(properties)
    value = properties.get(how.name, how.inside)
    if value is None:
        return how.default
    return value if how.convert is None or isinstance(value, Unknown | Hidden) else how.convert(value)
