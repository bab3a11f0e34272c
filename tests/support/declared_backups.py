"""Backups of code that is written by hand: resources as a reader would give them, and the records made of them."""

from __future__ import annotations

from typing import Any

from support.output import MemoryOutput

from collectors.iac.block import Block
from collectors.iac.code import Code
from collectors.iac.declared import Action, Declared
from collectors.iac.facts import backup
from collectors.iac.value import Reference, Unknown

Record = dict[str, Any]


def resource(address: str, action: Action = "create", **values: Any) -> Declared:
    """Return a declared resource; its type is the first word of the address."""
    return Declared(
        address.partition(".")[0], address, Block(values), {"path": "plan.json", "address": address}, action
    )


def known_later(address: str, attribute: str = "id") -> Unknown:
    """Return a value that refers to another resource and is known after it was made."""
    return Unknown(references=(Reference(address, attribute),))


def records(*resources: Declared) -> dict[str, Record]:
    """Return the backups of the resources, by address."""
    out = MemoryOutput(basis="declared")
    backup.build(Code(resources, account="210987654321", region="eu-central-1"), out)
    return {record["place"]["address"]: record for record in out.every("backup")}


def one(*resources: Declared) -> Record:
    """Return the backup that the first resource is."""
    return records(*resources)[resources[0].address]


def why(record: Record, field: str) -> str:
    """Return why a field is unread."""
    assert field not in record, f"{field} is {record[field]!r}"
    return next(str(entry["reason"]) for entry in record["unread"] if entry["field"] == field)
