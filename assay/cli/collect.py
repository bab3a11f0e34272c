"""`assay collect`."""

from __future__ import annotations

from pathlib import Path

import click

from assay.cli.options import Common, common, configured


@click.command("collect")
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="Folder of the snapshot.")
@click.option("--only", multiple=True, metavar="SOURCE", help="Only this source.")
@click.option("--now", metavar="TIME", help="The time to put on the snapshot.")
@configured
@common
def command(common: Common, config_path: Path | None, out: Path, only: tuple[str, ...], now: str | None) -> int:
    """Read the sources of assay.yaml into a snapshot."""
    from assay.cli.collecting import gather, prepare
    from assay.outcome import INCOMPLETE

    config, content, collectors = prepare(config_path, common, only)
    manifest = gather(config, content, collectors, out, now, common)
    common.say(f"assay: wrote {out}")
    return INCOMPLETE if any(source["outcome"] == "failed" for source in manifest["sources"]) else 0
