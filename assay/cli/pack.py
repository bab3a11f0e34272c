"""`assay pack`."""

from __future__ import annotations

from pathlib import Path

import click

from assay.cli.options import Common, common


@click.group("pack")
def command() -> None:
    """The packs in use."""


@command.command("list")
@common
def list_packs(common: Common) -> int:
    """List the packs with their digests and what they hold."""
    from assay.loading import load

    content = load([Path(pack) for pack in common.packs])
    for pack in content.packs:
        checks = [check for check in content.catalogue.checks.values() if check.pack == pack.name]
        click.echo(f"{pack.name}  {pack.digest}  {pack.root}")
        click.echo(
            f"    {len(checks)} checks, collectors {', '.join(pack.names('collectors')) or 'none'}, "
            f"formats {', '.join(pack.names('reports')) or 'none'}"
        )
    return 0
