"""`assay engine`."""

from __future__ import annotations

import click

from assay.cli.options import Common, common


@click.group("engine")
def command() -> None:
    """The policy engines."""


@command.command("list")
@common
def list_engines(common: Common) -> int:
    """List the engines with their versions, and whether each answers the self-test."""
    from assay.engines import canaries, launch
    from assay.engines.choice import build
    from assay.errors import AssayError
    from assay.judging.plan import EngineChoice

    for name in ("embedded", "opa"):
        try:
            if name == "embedded":
                told = build(EngineChoice(), {}, {}).version
            else:
                with launch.running(canaries.modules()) as (url, token):
                    told = build(EngineChoice("opa", url, token), {}, {}).version
            click.echo(f"{name}  {told}  self-test passed")
        except AssayError as error:
            click.echo(f"{name}  not usable: {error}")
    return 0
