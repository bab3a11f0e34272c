"""`assay match`."""

from __future__ import annotations

import contextlib
import csv
import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from assay.cli.options import Common, common

_ACTIVE = ("=", "+", "-", "@", "\t", "\r")


@click.command("match")
@click.argument("snapshot", type=click.Path(path_type=Path))
@click.argument("reference", metavar="KIND.FIELD")
@click.option("--fact", "facts", multiple=True, metavar="FIELD", help="A column: a field, or OTHER_KIND.FIELD.")
@click.option("--now", metavar="TIME", help="The day or instant for which facts are derived.")
@common
def command(common: Common, snapshot: Path, reference: str, facts: tuple[str, ...], now: str | None) -> int:
    """List, as CSV, each record of KIND with the one that FIELD names, and those on both sides without a partner."""
    from assay import matching
    from assay.loading import load
    from assay.snapshot.reader import Snapshot

    content = load([Path(pack) for pack in common.packs])
    asked = matching.question(content, reference, facts)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["outcome", asked.kind, "name", asked.other, "name", *facts])
    with _no_circles():
        out.writerows(
            [_plain(cell) if cell.startswith(_ACTIVE) else cell for cell in (*row[:-1], *row.facts)]
            for row in matching.rows(Snapshot.open(snapshot), content, asked, now)
        )
    return 0


@contextlib.contextmanager
def _no_circles() -> Iterator[None]:
    """Look for no circles: records are many small objects that make none, and looking costs a fifth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _plain(cell: str) -> str:
    """Quote a cell that a spreadsheet would take for a formula; a number may begin with its sign."""
    return cell if cell.lstrip("-").isdigit() else f"'{cell}"
