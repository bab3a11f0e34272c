"""Backups that code declares: snapshots, copies, images, vaults, and plans that write into vaults."""

from __future__ import annotations

from collections.abc import Iterator

from assay.collector import Output, Resource

from ...code import Code
from ...declared import Declared
from ..labels import tell_labels
from .plans import plan
from .snapshots import SORTS, snapshot
from .strays import strays
from .vaults import VAULTS, vault

KINDS = ("backup",)


def build(code: Code, out: Output) -> None:
    """State the facts of every backup."""
    for declared, resource in _all(code):
        tell_labels(resource, declared)
        # What is declared will be there.
        resource.state("deleted_at", "none")
        resource.miss("created_at", "known_after_apply")
        out.resource("backup", resource)


def _all(code: Code) -> Iterator[tuple[Declared, Resource]]:
    for sort in SORTS:
        for declared in code.of(sort.type):
            yield declared, snapshot(code, declared, sort)
    yield from strays(code)
    for declared in code.of(*VAULTS):
        yield declared, vault(code, declared)
    for declared in code.of("aws_backup_plan"):
        yield declared, plan(code, declared)
