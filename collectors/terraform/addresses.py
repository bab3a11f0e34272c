"""Addresses and references, as Terraform writes them: `module.a["x"].aws_s3_bucket.b[0].arn`."""

from __future__ import annotations

import re

from ..iac.value import Reference

_STEP = re.compile(r'module\.([^.\[]+)(\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.?')
_PART = re.compile(r'([^.\[\]"]+)|\[((?:"(?:[^"\\]|\\.)*"|[^\]"]*))\]')
_NO_RESOURCE = frozenset({"var", "local", "module", "each", "count", "path", "terraform", "self", "ephemeral"})


def head(text: str) -> str:
    """Return the first name of a reference: `var`, `data`, `aws_s3_bucket`."""
    return text.partition(".")[0].partition("[")[0]


def names(text: str) -> list[str]:
    """Return the names of a reference in order, without indices."""
    return [part[1] for part in _PART.finditer(text) if part[1] is not None]


def name(text: str, index: int) -> str:
    """Return one name of a reference; none is empty."""
    found = names(text)
    return found[index] if len(found) > index else ""


def step(text: str) -> tuple[str, str]:
    """Divide `module.a["x"].out` into the call and the rest."""
    match = _STEP.match(text)
    return (match[0].rstrip("."), text[match.end() :]) if match else ("", text)


def split(module: str) -> tuple[str, str]:
    """Return the address of the module around, and the name of the last call."""
    steps = list(_STEP.finditer(module))
    return (module[: steps[-1].start()].rstrip("."), steps[-1][1]) if steps else ("", "")


def without_indices(module: str) -> str:
    """Return the address of a module as its configuration knows it."""
    return ".".join(f"module.{match[1]}" for match in _STEP.finditer(module)) if module else ""


def module_of(address: str) -> str:
    """Return the address of the module instance that a resource stands in."""
    end = 0
    while (match := _STEP.match(address, end)) is not None:
        end = match.end()
    return address[:end].rstrip(".")


def reference(module: str, text: str) -> Reference | None:
    """Return a reference to a resource or data source, `type.name[index].attribute`; None for anything else."""
    parts = list(_PART.finditer(text))
    size = 3 if text.startswith("data.") else 2
    if head(text) in _NO_RESOURCE or len(parts) < size:
        return None
    if len(parts) > size and parts[size][1] is None:
        size += 1
    attribute = parts[size][1] if len(parts) > size else None
    return Reference(f"{module}.{text[: parts[size - 1].end()]}".lstrip("."), attribute or "")
