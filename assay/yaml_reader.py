"""YAML in: a strict subset, read in one bounded pass, in which no text changes its meaning unseen.

Refused: duplicate keys, merge keys, tags, a second document, keys that are no text, deep nesting, and aliases
that stand for more than a small number of nodes. Only `true`, `false`, `null` and numbers in their canonical
spelling are anything but text: `NO`, `1.10`, `010`, `12:30`, dates and numbers beyond 2^53 stay as written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from assay import files
from assay.errors import ConfigError, UsageError
from assay.yaml_builder import Builder, Where

MAX_BYTES = 5 * 1024 * 1024


@dataclass(frozen=True)
class Document:
    """What a file says, and on which line it says it."""

    value: Any
    lines: Mapping[Where, int]
    """Path of keys and indices to line; what stands inside an alias has none of its own."""

    def line(self, *where: str | int) -> int:
        """Return the line of a node, or of the nearest node above it that has one."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)


def load(path: Path, limit_bytes: int = MAX_BYTES) -> Any:
    """Read a file; raises `ConfigError` with file, line and column."""
    return load_with_lines(path, limit_bytes).value


def load_with_lines(path: Path, limit_bytes: int = MAX_BYTES) -> Document:
    """Read a file and remember the line of every node; raises `ConfigError` with file, line and column."""
    try:
        data = files.read(path, limit_bytes)
    except UsageError as error:
        raise ConfigError(str(error)) from None
    return parse(data, str(path))


def parse(data: bytes, name: str) -> Document:
    """Read YAML from memory; `name` stands for the file in a `ConfigError`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{name}:{line}: is not UTF-8; save the file as UTF-8") from None
    try:
        builder = Builder(name)
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
        return Document(builder.root.value if builder.root else None, builder.lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{name}:{mark.line + 1}:{mark.column + 1}" if mark else name
        raise ConfigError(f"{place}: {error.problem or error.context}") from None
    except (yaml.YAMLError, UnicodeError) as error:
        reason = getattr(error, "reason", "") or "holds characters that YAML does not allow"
        raise ConfigError(f"{name}: {reason}") from None
