"""`assay schema`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from assay.cli.options import Common, common

OWN = ("run", "snapshot", "config", "check", "control", "framework", "messages", "profile")


@click.command("schema")
@click.argument("name")
@common
def command(common: Common, name: str) -> int:
    """Print the JSON Schema of NAME: run, snapshot, config, check, register ... or a kind such as storage_bucket."""
    from assay import schema

    found = schema.own(name) if name in OWN else _of_packs(name, [Path(pack) for pack in common.packs])
    click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    return 0


def _of_packs(name: str, packs: Sequence[Path]) -> Mapping[str, Any]:
    """Return the schema of a kind, or of the files that a collector reads."""
    from assay.errors import UsageError
    from assay.loading import load
    from assay.suggest import unknown

    content = load(packs)
    if name in content.schemas:
        return content.schemas[name]
    collectors = {collector: pack for pack in content.packs for collector in pack.names("collectors")}
    files = [collector for collector, pack in collectors.items() if pack.has(f"collectors.{collector}.editor")]
    if name not in files:
        raise UsageError(unknown("schema or kind", name, [*OWN, *files, *content.schemas]))
    found: Mapping[str, Any] = collectors[name].module(f"collectors.{name}.editor").schema(content.schemas)
    return found
