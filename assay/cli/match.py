"""`assay match`."""

from __future__ import annotations

import csv
import sys
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
    for row in matching.rows(Snapshot.open(snapshot), content, asked, now):
        cells = [row.outcome, row.id, row.name, row.other_id, row.other_name, *row.facts]
        out.writerow([_plain(cell) for cell in cells])
    return 0


def _plain(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; a number may begin with its sign."""
    return f"'{cell}" if cell.startswith(_ACTIVE) and not cell.lstrip("-").isdigit() else cell
