"""One template as it was read, and what is wrong with it in one line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Section = Mapping[str, Any]
LANGUAGE_EXTENSIONS = "AWS::LanguageExtensions"


class TemplateFailed(Exception):
    """The template cannot be judged; the reason is one of those of an unread fact, the message one line."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True)
class Template:
    """The sections of a template, with the lines on which their entries stand."""

    file: Path
    path: str
    """As the user sees it."""
    content: Section
    lines: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def section(self, name: str) -> Section:
        """Return a section; one that is not written is empty. Raises `TemplateFailed` where it is no mapping."""
        found = self.content.get(name)
        if found is None:
            return {}
        if not isinstance(found, dict):
            raise self.failure(f"{name} is not a mapping of names; see the template reference")
        return found

    def line(self, section: str, name: str) -> int:
        """Return the line of an entry."""
        return self.lines.get(section, {}).get(name, 1)

    def failure(self, what: str, section: str = "", name: str = "") -> TemplateFailed:
        """Return the error that names the file and the place."""
        return TemplateFailed("corrupt", f"{self.path}:{self.line(section, name)}: {what}")

    @property
    def macros(self) -> list[str]:
        """The transforms that only CloudFormation itself can carry out."""
        named = self.content.get("Transform", [])
        listed = named if isinstance(named, list) else [named]
        names = [item.get("Name", "") if isinstance(item, dict) else item for item in listed]
        return [str(name) for name in names if name != LANGUAGE_EXTENSIONS]


def checked(template: Template) -> Template:
    """Return the template; raises `TemplateFailed` where it has no resources that could be judged."""
    resources = template.section("Resources")
    if not resources:
        raise template.failure("holds no Resources; a template has at least one")
    for name, resource in resources.items():
        if name.startswith("Fn::") or (isinstance(resource, dict) and "Fn::Transform" in resource):
            continue
        if not (isinstance(resource, dict) and isinstance(resource.get("Type"), str)):
            raise template.failure(f"{name} is no resource; give it a Type", "Resources", name)
        if not isinstance(resource.get("Properties") or {}, dict):
            raise template.failure(f"Properties of {name} is no mapping", "Resources", name)
        if not isinstance(resource.get("Condition", ""), str):
            raise template.failure(f"Condition of {name} is no name", "Resources", name)
    return template
