"""Options that several commands share, and what they make of them."""

from __future__ import annotations

import functools
import logging
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from assay.check import SEVERITIES

Command = Callable[..., Any]


@dataclass
class Common:
    """What every command may be told."""

    packs: Sequence[str]
    language: str
    color: bool
    quiet: bool
    verbose: int
    progress: bool

    def say(self, line: str) -> None:
        """Tell the user one line on standard error, unless quiet."""
        from assay.text import one_line

        if not self.quiet:
            click.echo(one_line(line), err=True)

    def warn(self, lines: Sequence[str], most: int = 20) -> None:
        """Tell the user what needs a hand, at most so many lines."""
        for line in lines[:most]:
            self.say(f"assay: {line}")
        if len(lines) > most:
            self.say(f"assay: ... and {len(lines) - most} more")


def common(command: Command) -> Command:
    """Add the options that every command takes; the command gets them as its first argument."""

    @click.option("--pack", "more_packs", multiple=True, metavar="DIR", help="A further pack; its code will run.")
    @click.option("--lang", default="auto", type=click.Choice(["en", "zh-CN", "auto"]), help="Language of reports.")
    @click.option("--color", default="auto", type=click.Choice(["auto", "always", "never"]))
    @click.option("--no-progress", is_flag=True, help="No progress on standard error.")
    @click.option("-q", "--quiet", is_flag=True, help="Only the data and errors.")
    @click.option("-v", "--verbose", count=True, help="Say what is done; twice, say more.")
    @click.option("--log-format", default="text", type=click.Choice(["text", "json"]))
    @click.pass_context
    @functools.wraps(command)
    def wrapped(ctx: click.Context, /, **values: Any) -> Any:
        # The group always sets this object, which click cannot tell the type checker.
        packs = [*ctx.find_object(dict)["packs"], *values.pop("more_packs")]  # type: ignore[index]
        quiet, verbose = values.pop("quiet"), values.pop("verbose")
        _logs(verbose, values.pop("log_format"))
        made = Common(
            packs=packs,
            language=values.pop("lang"),
            color=_color(values.pop("color")),
            quiet=quiet,
            verbose=verbose,
            progress=not (values.pop("no_progress") or quiet or os.environ.get("CI")) and sys.stderr.isatty(),
        )
        return command(made, **values)

    return wrapped


def configured(command: Command) -> Command:
    """Add `-c FILE`."""
    return click.option(
        "-c",
        "--config",
        "config_path",
        envvar="ASSAY_CONFIG",
        type=click.Path(path_type=Path),
        help="assay.yaml, or its folder.",
    )(command)


def selecting(command: Command) -> Command:
    """Add the options that choose checks."""
    for option in (
        click.option("--severity", type=click.Choice(SEVERITIES), help="Only checks of this severity or worse."),
        click.option("--framework", "frameworks", multiple=True, metavar="ID", help="Only checks that serve it."),
        click.option("--skip", multiple=True, metavar="NAME", help="Leave out a check, control, kind or tag:x."),
        click.option("--only", multiple=True, metavar="NAME", help="Only this check, control, kind, source or tag:x."),
    ):
        command = option(command)
    return command


def judging(command: Command) -> Command:
    """Add the options of an audit."""
    for option in (
        click.option("--now", metavar="TIME", help="Judge for this day or time instead of the snapshot's."),
        click.option("-j", "--jobs", type=click.IntRange(1, 64), help="Worker processes (default 1)."),
        click.option(
            "--batch-seconds", type=click.FloatRange(0.1, 86400), default=60.0, help="Time limit of one batch (60)."
        ),
        click.option("--opa-ca", type=click.Path(exists=True, dir_okay=False), help="CA of the OPA server."),
        click.option("--opa-upload", is_flag=True, help="Load the policies into the server of --opa-url."),
        click.option("--opa-url", help="A running OPA server (token in ASSAY_OPA_TOKEN)."),
        click.option("--engine", type=click.Choice(["embedded", "opa", "both"]), help="Which engine judges."),
        click.option("--strict", is_flag=True, help="Any unknown makes the run incomplete."),
        click.option("--allow-unknown", is_flag=True, default=None, help="Unknowns do not make it incomplete."),
        click.option("--fail-on", type=click.Choice(SEVERITIES), help="Lowest severity that counts (default high)."),
    ):
        command = option(command)
    return command


def formats(command: Command) -> Command:
    """Add `-f NAME[=PATH]`."""
    return click.option(
        "-f",
        "--format",
        "formats",
        envvar="ASSAY_FORMAT",
        multiple=True,
        metavar="NAME[=PATH]",
        help="Report format, repeatable.",
    )(command)


def language(wanted: str, estate: str | None) -> str:
    """Return the language of a report: `--lang`, else the estate's, else the locale's, else English."""
    if wanted != "auto":
        return wanted
    if estate:
        return estate
    name = next((os.environ[v] for v in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(v)), "")
    return "zh-CN" if name.lower().startswith("zh") else "en"


def _color(wanted: str) -> bool:
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _logs(verbose: int, form: str) -> None:
    from assay import logs

    level = {0: logging.WARNING, 1: logging.INFO}.get(verbose, logging.DEBUG)
    logs.start(level, as_json=form == "json")
