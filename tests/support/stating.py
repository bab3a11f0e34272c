"""Records that a builder makes of code that is written by hand."""

from __future__ import annotations

from typing import Any

from support.declared_backups import Record
from support.output import MemoryOutput

from collectors.iac.code import Code
from collectors.iac.declared import Declared
from collectors.iac.kinds import Facts

ACCOUNT = "210987654321"
REGION = "eu-central-1"


def stated(builder: Facts, *resources: Declared, **about: Any) -> list[Record]:
    """Return the records of the first kind of a builder, by id."""
    out = MemoryOutput(basis="declared")
    builder.build(Code(resources, **{"account": ACCOUNT, "region": REGION, **about}), out)
    return out.every(builder.KINDS[0])


def only(builder: Facts, *resources: Declared, **about: Any) -> Record:
    """Return the only record that a builder makes."""
    (found,) = stated(builder, *resources, **about)
    return found
