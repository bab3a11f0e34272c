"""What the policies that AWS manages hold of full wildcards and of actions on the way to further rights."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from assay import yaml_reader

from ..policy import Condition, Statement

_TABLE = Path(__file__).with_name("managed_policies.yaml")
_ARN = re.compile(r"arn:(?:[^:<]*|<[^>]*>):iam::aws:policy/(?:.*/)?([^/]+)")


def managed_name(arn: str) -> str | None:
    """Return the name of a policy that AWS manages, given by its ARN; None for any other."""
    found = _ARN.fullmatch(arn)
    return found[1] if found else None


def definition(name: str) -> Sequence[Statement] | None:
    """Return the shipped extract of a policy that AWS manages; None where none is shipped."""
    return _definitions().get(name)


@cache
def _definitions() -> Mapping[str, Sequence[Statement]]:
    table: Mapping[str, Any] = yaml_reader.load(_TABLE)
    found = {name: [_statement(entry) for entry in entries] for name, entries in table["holds"].items()}
    return found | {name: [] for name in table["holds_none"]}


def _statement(entry: Mapping[str, Any]) -> Statement:
    """Write out one entry of the table."""
    conditions = [Condition("stringequals", "depends", ())] if "depends" in entry else []
    if "passed_to" in entry:
        services = tuple(f"{service}.amazonaws.com" for service in _listed(entry["passed_to"]))
        conditions.append(Condition("stringequals", "iam:passedtoservice", services))
    return Statement(
        denies="deny" in entry,
        principals=frozenset(),
        all_but_principals=False,
        actions=_actions(entry.get("allow", entry.get("deny", []))),
        resources=_listed(entry.get("on", "*")),
        conditions=tuple(conditions),
        excepted_actions=_actions(entry.get("allow_all_but", [])),
    )


def _actions(written: str | Sequence[str]) -> tuple[str, ...]:
    return tuple(action.lower() for action in _listed(written))


def _listed(written: str | Sequence[str]) -> tuple[str, ...]:
    return (written,) if isinstance(written, str) else tuple(written)
