"""The register of database accounts: who stands behind each role, as the organisation declares it.

databases:
  - database: crm-db                 # the name of the source, or the id or address of the server
    complete: true                   # every role that is not listed belongs to nobody
    roles:
      - {role: zhang_wei, staff: "hr:E1023", kind: human}
      - {role: deploy, owner_staff: "hr:E1001", kind: service, is_migration_role: true}
      - {pattern: "acme_*", vendor: "vendor:acme", kind: vendor}
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from assay import schema, yaml_reader
from assay.errors import ConfigError
from assay.yaml_builder import Where

#: Word of the register to the kind of the role and the kind of the account.
KINDS = {
    "human": ("human", "human"),
    "vendor": ("human", "vendor"),
    "break_glass": ("human", "break_glass"),
    "application": ("application", "service"),
    "service": ("service", "service"),
    "replication": ("replication", "service"),
    "shared": ("shared", "shared"),
    "builtin": ("builtin", "root"),
}
_TEXT = {"type": "string", "minLength": 1}
LINE_SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "anyOf": [{"required": ["role"]}, {"required": ["pattern"]}],
    "properties": {
        **dict.fromkeys(("role", "pattern", "staff", "vendor", "owner_staff"), _TEXT),
        "kind": {"enum": list(KINDS)},
        "is_migration_role": {"type": "boolean"},
    },
}
SCHEMA = {
    "type": "object",
    "required": ["databases"],
    "additionalProperties": False,
    "properties": {
        "databases": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["database"],
                "additionalProperties": False,
                "properties": {
                    "database": _TEXT,
                    "complete": {"type": "boolean"},
                    "roles": {"type": "array"},
                },
            },
        }
    },
}


@dataclass(frozen=True)
class Line:
    """What the register says of one role, or of those whose name fits a pattern."""

    role: str = ""
    pattern: str = ""
    staff: str = "none"
    vendor: str = "none"
    owner_staff: str = "none"
    kind: str = ""
    is_migration_role: bool = False


@dataclass(frozen=True)
class Register:
    """The lines for one server."""

    lines: Sequence[Line] = ()
    complete: bool = False
    """A role without a line belongs to nobody."""
    notes: Sequence[str] = ()
    """What a hand has to mend: file, line, remedy."""

    def line(self, role: str, *, builtin: bool) -> Line | None:
        """Return what is said of a role; a pattern never speaks of a role that the server brought along."""
        named = [line for line in self.lines if line.role == role]
        fitting = [line for line in self.lines if not builtin and fnmatchcase(role, line.pattern)]
        return next(iter(named + fitting), None)

    def names(self) -> set[str]:
        """Return the roles that are named one by one."""
        return {line.role for line in self.lines if line.role}


def read_register(path: Path, names: Sequence[str]) -> Register:
    """Read the lines for the server of these names; what is wrong with the file is in the notes."""
    try:
        document = yaml_reader.load_with_lines(path)
    except ConfigError as error:
        return Register(notes=[str(error)])
    wrong = [f"{path}:{document.line(*where)}: {words}" for where, words in schema.mistakes(SCHEMA, document.value)]
    if wrong:
        return Register(notes=wrong)
    for index, entry in enumerate(document.value["databases"]):
        if entry["database"] in names:
            return _register(path, document, entry, ("databases", index, "roles"))
    return Register(notes=[f"{path}: has no entry for {names[0]}; add one under databases"])


def _register(path: Path, document: yaml_reader.Document, entry: Any, where: Where) -> Register:
    lines, notes = [], []
    for index, item in enumerate(entry.get("roles", ())):
        mistakes = [words for _, words in schema.mistakes(LINE_SCHEMA, item)]
        if mistakes:
            notes.append(f"{path}:{document.line(*where, index)}: {'; '.join(mistakes)}")
        else:
            lines.append(Line(**item))
    # A line that could not be read may speak of any role.
    return Register(lines, complete=entry.get("complete", False) and not notes, notes=notes)
