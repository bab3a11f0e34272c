"""What is written in a template: resources with properties, and the functions that name other resources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


def ref(name: str) -> Json:
    """Name a resource or a parameter."""
    return {"Ref": name}


def attribute(name: str, of: str) -> Json:
    """Name an attribute of a resource."""
    return {"Fn::GetAtt": [name, of]}


def text(template: str) -> Json:
    """Return a text with names in it: `${bucket1.Arn}/*`."""
    return {"Fn::Sub": template}


@dataclass
class Template:
    """All that is written."""

    resources: dict[str, Json] = field(default_factory=dict)
    parameters: dict[str, Json] = field(default_factory=dict)

    def add(self, name: str, type_: str, /, **properties: Any) -> None:
        """Add a resource; properties that are None are left out."""
        given = {property_: value for property_, value in properties.items() if value is not None}
        self.resources[name] = {"Type": type_, "Properties": given}

    def document(self) -> Json:
        """Return the whole template."""
        parameters = {"Parameters": self.parameters} if self.parameters else {}
        return {"AWSTemplateFormatVersion": "2010-09-09", **parameters, "Resources": self.resources}


def tags(pairs: tuple[tuple[str, str], ...]) -> list[Mapping[str, str]] | None:
    """Return tags as templates have them, None where there are none."""
    return [{"Key": key, "Value": value} for key, value in pairs] or None
