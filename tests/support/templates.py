"""Templates in tests: what the collector makes of a text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent
from typing import Any
from zoneinfo import ZoneInfo

from support.output import MemoryOutput

from assay.collector import Source
from collectors.cloudformation import COLLECTOR, decoding_child
from collectors.cloudformation.coding import Deployment, codes
from collectors.cloudformation.scenarios import Scenario
from collectors.cloudformation.template import Template, TemplateFailed, checked
from collectors.iac.code import Code
from collectors.iac.declared import Declared


def template(text: str, folder: Path, name: str = "template.yaml") -> Template:
    """Read a text as the child process does, in this one."""
    file = folder / name
    file.write_text(dedent(text), encoding="utf-8")
    (answer,) = decoding_child.read([str(file)])
    if "broken" in answer:
        raise TemplateFailed("corrupt", f"{name}:{answer['line']}: {answer['broken']}")
    return checked(Template(file, name, answer["template"], answer["lines"]))


def scenarios(text: str, folder: Path, **deployment: Any) -> list[tuple[Scenario, Code]]:
    """Return the code of each scenario of a template."""
    return codes(template(text, folder), Deployment(**deployment))


def code(text: str, folder: Path, **deployment: Any) -> Code:
    """Return the code of a template that has one scenario."""
    ((_, only),) = scenarios(text, folder, **deployment)
    return only


def one(found: Code, type_: str) -> Declared:
    """Return the only resource of a type."""
    (declared,) = found.of(type_)
    return declared


def values(found: Code, type_: str) -> Mapping[str, Any]:
    """Return the arguments of the only resource of a type."""
    return one(found, type_).values


def collected(path: Path, **options: Any) -> MemoryOutput:
    """Run the collector as the engine does."""
    out = MemoryOutput()
    zone = ZoneInfo("Asia/Shanghai")
    given = {"path": str(path), "shown": path.name, **options}
    at = datetime(2026, 11, 21, 12, tzinfo=UTC)
    COLLECTOR.collect(Source("code", "cloudformation", given, path.parent, zone, at, {}), out)
    return out
