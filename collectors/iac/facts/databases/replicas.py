"""Read replicas: what they do not say themselves is as in the database that they copy."""

from __future__ import annotations

from ...code import Code
from ...declared import Declared
from ...value import Unknown


def original(code: Code, declared: Declared, *arguments: str) -> Declared:
    """Return what sets one of the arguments: the database itself, or the one at the end of its replication."""
    seen: set[str] = set()
    while declared.address not in seen:
        seen.add(declared.address)
        if any(declared.values.get(argument) is not None for argument in arguments):
            break
        found = code.targets(declared, "replicate_source_db", "aws_db_instance")
        if isinstance(found, Unknown) or len(found) != 1:
            break
        declared = found[0]
    return declared
