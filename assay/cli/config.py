"""`assay config`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from assay.cli.options import Common, common, configured


@click.group("config")
def command() -> None:
    """Show and validate assay.yaml."""


@command.command("show")
@configured
@common
def show(common: Common, config_path: Path | None) -> int:
    """Print every value with where it came from; secrets are not shown."""
    import json

    from assay import config

    read = config.load(config.find(config_path))
    for key in sorted(read.values):
        if key == "sources":
            continue
        value, origin = _effective(key, read.values[key], read.origins[key])
        click.echo(f"{key}: {json.dumps(value, ensure_ascii=False)}  # {origin}")
    for entry in read.sources:
        given = read.secrets.scrub(json.dumps(dict(entry.options), ensure_ascii=False))
        click.echo(f"source {entry.name} ({entry.collector}): {given}  # {read.path}:{entry.line}")
    return 0


def _effective(key: str, value: object, origin: str) -> tuple[object, str]:
    """Return what holds for a key: the environment goes before the file, as a flag goes before both."""
    name = f"ASSAY_{key.upper()}"
    return (os.environ[name], f"environment {name}") if name in os.environ else (value, origin)


@command.command("validate")
@configured
@common
def validate(common: Common, config_path: Path | None) -> int:
    """Check assay.yaml and every source's options; reads no source."""
    from assay import config as configuration
    from assay.cli.collecting import prepare
    from assay.selection import parameters

    common.warn(configuration.literal_passwords(configuration.load(configuration.find(config_path))))
    config, content, _ = prepare(config_path, common)
    parameters(content.catalogue, [], config.profiles, config.values.get("parameters", {}))
    click.echo(f"{config.path}: valid; {len(config.sources)} sources")
    return 0
