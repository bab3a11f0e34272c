"""`assay schema`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assay.cli.options import Common, common

OWN = ("run", "snapshot", "config", "check", "control", "framework", "messages", "profile")


@click.command("schema")
@click.argument("name")
@common
def command(common: Common, name: str) -> int:
    """Print the JSON Schema of NAME: run, snapshot, config, check ... or a kind such as storage_bucket."""
    from assay import schema
    from assay.errors import UsageError
    from assay.loading import load
    from assay.suggest import unknown

    if name in OWN:
        found = schema.own(name)
    else:
        kinds = load([Path(pack) for pack in common.packs]).schemas
        if name not in kinds:
            raise UsageError(unknown("schema or kind", name, [*OWN, *kinds]))
        found = kinds[name]
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    return 0
