"""What a template leaves to a deployment to make: resources may come of it that nobody can judge here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .template import Template

_MAKERS = ("AWS::Serverless::", "AWS::CloudFormation::StackSet")
_MODULE = "::MODULE"
_TRANSFORM = "Fn::Transform"


def gaps_of(template: Template, loops: list[str]) -> list[str]:
    """Return them as lines for the user; `loops` are those over values that are not known."""
    unmade = "is not carried out; give the template that it makes"
    found = [f"the transform {name} {unmade}" for name in template.macros]
    found += [f"the loop {name} runs over values that are not known" for name in loops]
    for name, resource in template.section("Resources").items():
        if name == _TRANSFORM or _holds_transform(resource):
            found.append(f"{_TRANSFORM} in {name} {unmade}")
        elif isinstance(resource, dict) and _makes_others(str(resource.get("Type", ""))):
            found.append(f"{name} ({resource['Type']}) makes resources that the template does not show")
    return [f"{template.path}: {line}" for line in found]


def _makes_others(type_: str) -> bool:
    return type_.startswith(_MAKERS) or type_.endswith(_MODULE)


def _holds_transform(node: Any) -> bool:
    return any(_TRANSFORM in part for part in _mappings(node))


def _mappings(node: Any) -> Iterator[dict[str, Any]]:
    ahead = [node]
    while ahead:
        part = ahead.pop()
        if isinstance(part, dict):
            yield part
            ahead += part.values()
        elif isinstance(part, list):
            ahead += part
