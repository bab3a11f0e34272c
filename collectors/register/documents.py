"""Registers in YAML: one kind, or several at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from assay import yaml_reader
from assay.errors import ConfigError
from assay.yaml_reader import Document

from ..tables.table import TableFailed
from . import fold
from .parts import Kinds, Listing, Part, Register, Stranger


def read(path: Path, kind: str | None, kinds: Kinds) -> Register:
    """Read a file; `kind` is that of a file that names none. Raises `TableFailed`."""
    try:
        document = yaml_reader.load_with_lines(path)
    except ConfigError as error:
        raise TableFailed("corrupt", str(error).removeprefix(f"{path}:").strip()) from None
    content = document.value
    if not isinstance(content, dict) or "resources" not in content:
        raise TableFailed("corrupt", "has no `resources:`; write kind and resources, or resources by kind")
    register = Register()
    for key in sorted(content.keys() - {"kind", "resources"}):
        register.strangers.append(Stranger(f":{document.line(key)}", f"{fold.shown(key)!r} is not read"))
    resources = content["resources"]
    if resources is None:
        raise TableFailed("corrupt", "holds nothing under `resources:`; write the kinds that you keep, [] for none")
    if isinstance(resources, dict):
        for name in resources:
            _take(register, kinds, document, name, ("resources", name))
    else:
        _take(register, kinds, document, content.get("kind", kind), ("resources",))
    return register


def _take(register: Register, kinds: Kinds, document: Document, name: object, where: tuple[str, ...]) -> None:
    line = document.line(*where)
    kind = kinds.find(name) if isinstance(name, str) else None
    entries: Any = document.value
    for key in where:
        entries = entries[key]
    if name is None:
        register.strangers.append(Stranger(f":{line}", "is of no kind; write `kind:` above it"))
    elif kind is None:
        register.strangers.append(kinds.stranger(f":{line}", str(name)))
    elif not isinstance(entries, list):
        register.strangers.append(Stranger(f":{line}", "is no list; write [] where there is nothing", kind))
    else:
        lines = (document.line(*where, index) for index in range(len(entries)))
        register.parts.append(Part(kind, Listing(list(zip(lines, entries, strict=False)))))
