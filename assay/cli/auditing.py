"""What `audit`, `scan` and `demo` do alike: judge a snapshot, write the run, render reports, tell the outcome."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from assay import outcome
from assay.audit import Options, audit
from assay.cli.options import Common, language
from assay.engines import canaries
from assay.errors import UsageError
from assay.files import whole
from assay.judging.plan import EngineChoice
from assay.loading import Content
from assay.progress import Progress
from assay.report import Context, Format
from assay.run import Run
from assay.selection import Selection
from assay.snapshot.reader import Snapshot


@dataclass(frozen=True)
class Asked:
    """The options of an audit, as given; what is None falls back to the configuration, then to the default."""

    selection: Selection
    now: str | None = None
    jobs: int | None = None
    batch_seconds: float = 60.0
    engine: str | None = None
    opa_url: str | None = None
    opa_ca: str | None = None
    opa_upload: bool = False
    fail_on: str | None = None
    allow_unknown: bool | None = None
    strict: bool = False


def asked(sources: Sequence[str], values: dict[str, Any]) -> Asked:
    """Take the options of `selecting` and `judging` out of a command's values."""
    chosen = Selection(
        only=values.pop("only"),
        skip=values.pop("skip"),
        frameworks=values.pop("frameworks"),
        severity=values.pop("severity"),
        sources=frozenset(sources),
    )
    names = [name for name in Asked.__dataclass_fields__ if name != "selection"]
    return Asked(chosen, **{name: values.pop(name) for name in names})


@contextlib.contextmanager
def judged(
    snapshot: Snapshot, content: Content, ask: Asked, config: Mapping[str, Any], common: Common
) -> Iterator[Run]:
    """Judge a snapshot as asked; `config` holds the values of `assay.yaml`, where there is one."""
    progress = Progress("judging", "batches", common.progress)
    with _engine(content, ask, config) as choice:
        options = Options(
            selection=ask.selection,
            now=ask.now,
            engine=choice,
            jobs=ask.jobs or config.get("jobs") or 1,
            seconds=ask.batch_seconds,
            settings=config.get("settings"),
            progress=progress,
        )
        with audit(snapshot, content, options) as run:
            progress.end()
            yield run


def render(run: Run, content: Content, wanted: Sequence[str], common: Common, folder: Path | None = None) -> None:
    """Render the formats asked for: each to its path, else into `folder`; text, and one alone, to standard output."""
    chosen = _language(run, common)
    for made, path in formats_of(content, wanted, folder):
        width = shutil.get_terminal_size((100, 24)).columns
        if path is None:
            sys.stdout.flush()
            out: IO[bytes] = sys.stdout.buffer
            made.render(run, Context(content.catalogue, chosen, common.color, width), out)
            out.flush()
        else:
            with whole(path, 0o644) as file:
                made.render(run, Context(content.catalogue, chosen, False, 100), file)
            common.say(f"assay: wrote {path}")


def formats_of(content: Content, wanted: Sequence[str], folder: Path | None = None) -> list[tuple[Format, Path | None]]:
    """Return the formats with their paths; raises before anything is judged where one will not do."""
    pairs = [_split(name, folder) for name in wanted]
    if [path for _, path in pairs].count(None) > 1:
        raise UsageError("only one format can go to standard output; give the others a path: -f html=report.html")
    paths = [path.resolve() for _, path in pairs if path is not None]
    for path in paths:
        if paths.count(path) > 1:
            raise UsageError(f"{path}: two formats would be written to it")
    return [(content.find("reports", name).FORMAT, path) for name, path in pairs]


def conclude(run: Run, ask: Asked, config: Mapping[str, Any], common: Common) -> int:
    """Tell the outcome on standard error and return the exit code."""
    fail_on = ask.fail_on or config.get("fail_on") or "high"
    allow = config.get("allow_unknown", False) if ask.allow_unknown is None else ask.allow_unknown
    result = outcome.of(run.head, fail_on, bool(allow), ask.strict)
    common.say(f"assay: {result.line}; exit code {result.code}")
    return result.code


@contextlib.contextmanager
def _engine(content: Content, ask: Asked, config: Mapping[str, Any]) -> Iterator[EngineChoice]:
    """Make the engine ready; an OPA of our own is started and ended here."""
    name = ask.engine or config.get("engine") or "embedded"
    url = ask.opa_url or config.get("opa_url")
    modules = {**content.modules, **canaries.modules()}
    if name == "embedded":
        if ask.opa_url:
            raise UsageError("--opa-url goes with --engine opa or both")
        yield EngineChoice()
    elif url is None:
        from assay.engines import launch

        with launch.running(modules) as (address, token):
            yield EngineChoice(name, address, token)
    else:
        from assay.engines import foreign

        token_given = os.environ.get("ASSAY_OPA_TOKEN")
        with foreign.guarded(url, token_given, ask.opa_ca, modules, ask.opa_upload):
            yield EngineChoice(name, url, token_given, ask.opa_ca)


def _split(name: str, folder: Path | None) -> tuple[str, Path | None]:
    given, _, path = name.partition("=")
    if path:
        return given, Path(path)
    return given, folder / f"report.{given}" if folder and given != "text" else None


def _language(run: Run, common: Common) -> str:
    return language(common.language, run.head["run"].get("language"))
