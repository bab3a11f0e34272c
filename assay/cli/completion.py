"""`assay completion`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from assay.cli.options import Common, common


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@common
def command(common: Common, shell: str) -> int:
    """Print the completion script of SHELL; in bash: eval "$(assay completion bash)"."""
    from assay.cli import cli

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(made(cli, {}, "assay", "_ASSAY_COMPLETE").source())
    return 0
