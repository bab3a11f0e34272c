"""What AWS's provider adds to a plan: its own defaults, and the attributes that the service will choose.

`provider.json` is from plans that Terraform 1.11 made with provider 5.100. `a.b` is an argument in a nested block.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .terms import Blocks

Json = dict[str, Any]
SENSITIVE = frozenset({"password", "master_password"})
"""Arguments that a plan marks as sensitive whatever their value comes from."""


@functools.cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    table: Mapping[str, Mapping[str, Any]] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
    return table


def completed(type_: str, arguments: Mapping[str, Any], after: Json, unknown: Json) -> None:
    """Add what a plan shows of arguments that the code does not set."""
    known = _table().get(type_, {"defaults": {}, "unknown": []})
    for path, value in known["defaults"].items():
        for written, here, _ in _places(path, arguments, after, unknown):
            if path.rpartition(".")[2] not in written:
                here[path.rpartition(".")[2]] = value
    for path in known["unknown"]:
        for written, _, there in _places(path, arguments, after, unknown):
            if path.rpartition(".")[2] not in written:
                there[path.rpartition(".")[2]] = True


def _places(
    path: str, arguments: Mapping[str, Any], after: Json, unknown: Json
) -> Iterator[tuple[Mapping[str, Any], Json, Json]]:
    """Yield each block in which the last name of a path may stand."""
    name, dot, rest = path.partition(".")
    if not dot:
        yield arguments, after, unknown
        return
    for index, block in enumerate(arguments.get(name, Blocks())):
        yield from _places(rest, block, after[name][index], unknown[name][index])
