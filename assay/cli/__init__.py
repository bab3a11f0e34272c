"""The command line: the only part that prints or exits. Commands are imported when they are called."""

from __future__ import annotations

import importlib
import os
import signal
import sys

import click

from assay import __version__
from assay.errors import AssayError

COMMANDS = {
    "audit": "Judge a snapshot; no network.",
    "collect": "Read the sources into a snapshot.",
    "completion": "Print the completion script of a shell.",
    "config": "Show and validate assay.yaml.",
    "contract": "Contract documents: what needs a person.",
    "control": "Controls: objectives and the clauses they serve.",
    "demo": "Audit the invented organisation that comes with Assay.",
    "doctor": "Per source: reachable, identity, permissions missing and in excess.",
    "engine": "The policy engines.",
    "explain": "A check: what, why, how to fix, which fields, which clauses.",
    "framework": "Laws and standards, clause to control to check.",
    "gate": "Judge Terraform and CloudFormation before deployment.",
    "init": "Write a commented assay.yaml and register templates.",
    "match": "Who belongs to whom, and who to nobody: one reference, both sides.",
    "pack": "The packs in use.",
    "policy": "Checks and policies: list, show, test, lint, prove.",
    "report": "Render a recorded run again.",
    "scan": "Collect, audit and report.",
    "schema": "The JSON Schemas of run, snapshot, config, register and every kind.",
}

EXIT_CODES = """\b
Exit codes:
  0    no gap at or above --fail-on
  1    gaps at or above --fail-on
  2    usage or configuration error: nothing was judged
  3    incomplete: an unknown at or above --fail-on, a failed source, or nothing to judge
  4    could not be carried out: engine, disk, internal error
  130  interrupted"""


class _ReaderGone(Exception):
    """Nobody reads standard output any more; click would exit with 1, which means gaps."""


class Lazy(click.Group):
    """A group whose commands are modules of this package, imported when one is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"assay.cli.{cmd_name}")
        command: click.Command = module.command
        # ASSAY_FAIL_ON, not ASSAY_SCAN_FAIL_ON: one name for an option wherever it occurs.
        command.context_settings.setdefault("auto_envvar_prefix", "ASSAY")
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; all that it wrote is out when it returns."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            raise _ReaderGone from None
        return result

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an unknown one is told with the nearest known."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from assay.suggest import unknown

            raise click.UsageError(unknown("command", args[0], COMMANDS), ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Lazy,
    epilog=EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "ASSAY", "max_content_width": 100},
)
@click.version_option(__version__, prog_name="assay")
@click.option(
    "--pack", "packs", multiple=True, metavar="DIR", envvar="ASSAY_PACK", help="A further pack; its code will run."
)
@click.pass_context
def cli(ctx: click.Context, packs: tuple[str, ...]) -> None:
    """Assay audits how an organisation protects customer data: databases, buckets, vendors, staff access.

    What could not be read is unknown, with the reason; silence is not a pass.
    """
    ctx.obj = {"packs": packs}


def main() -> None:
    """Run the command line; every error is one line on standard error and an exit code of the contract."""
    # As ctrl-C does: what is open is closed, what was started is ended.
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)
    try:
        code = cli.main(prog_name="assay", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except (click.exceptions.Abort, KeyboardInterrupt):
        _interrupted()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.ClickException as error:
        _end(error.format_message(), 2)
    except AssayError as error:
        _end(str(error), error.exit_code)
    except _ReaderGone:
        # The reader went away, as `head` does; python would complain once more when it flushes. Nobody has read
        # the whole answer, so this is no 0.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(4)
    except Exception as error:
        # The last border: a user never sees a traceback, and the text of the error may quote a source.
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else "?"
        _end(f"internal error: {type(error).__name__} in {place}; please report it", 4)


def _interrupted() -> None:
    click.echo("assay: interrupted", err=True)
    # `sys.exit` would wait for the threads, and they for servers that may never answer.
    os._exit(130)


def _end(line: str, code: int) -> None:
    from assay.text import one_line

    click.echo(f"assay: {one_line(line)}", err=True)
    sys.exit(code)
