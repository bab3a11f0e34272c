"""What `audit`, `scan` and `demo` do alike: judge a snapshot, write the run, render reports, tell the outcome."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from assay import outcome
from assay.audit import Options, audit
from assay.cli.options import Common, language
from assay.engines import canaries
from assay.errors import UsageError
from assay.files import whole
from assay.judging.plan import EngineChoice
from assay.judging.pool import Worker
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
    related: Mapping[str, Sequence[str]] = field(default_factory=dict)


def asked(
    sources: Sequence[str],
    values: dict[str, Any],
    stage: str | None = None,
    related: Mapping[str, Sequence[str]] | None = None,
) -> Asked:
    """Take the options of `selecting` and `judging` out of a command's values.

    `stage` limits the checks; `related` names, by kind, the sources that are there for joins only.
    """
    chosen = Selection(
        only=values.pop("only"),
        skip=values.pop("skip"),
        frameworks=values.pop("frameworks"),
        severity=values.pop("severity"),
        stage=stage,
        sources=frozenset(sources),
    )
    names = [name for name in Asked.__dataclass_fields__ if name not in ("selection", "related")]
    return Asked(chosen, **{name: values.pop(name) for name in names}, related=related or {})


@contextlib.contextmanager
def judged(
    snapshot: Snapshot,
    content: Content,
    ask: Asked,
    config: Mapping[str, Any],
    common: Common,
    worker: Worker | None = None,
) -> Iterator[Run]:
    """Judge a snapshot as asked; `config` holds the values of `assay.yaml`, where there is one.

    `worker` is one that was started ahead.
    """
    progress = Progress("judging", "batches", common.progress)
    with _engine(content, ask, config) as choice:
        options = Options(
            selection=ask.selection,
            now=ask.now,
            engine=choice,
            jobs=ask.jobs or config.get("jobs") or 1,
            seconds=ask.batch_seconds,
            settings=config.get("settings"),
            related=ask.related,
            worker=worker,
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
            for name, write in made.beside.items():
                with whole(path.parent / name, 0o644) as file:
                    write(file)
            with whole(path, 0o644) as file:
                made.render(run, Context(content.catalogue, chosen, False, 100), file)
            common.say(f"assay: wrote {path}")


def formats_of(content: Content, wanted: Sequence[str], folder: Path | None = None) -> list[tuple[Format, Path | None]]:
    """Return the formats with their paths; raises before anything is judged where one will not do."""
    pairs = [_split(content, name, folder) for name in wanted]
    if [path for _, path in pairs].count(None) > 1:
        raise UsageError("only one format can go to standard output; give the others a path: -f html=report.html")
    written = [where.resolve() for made, path in pairs if path is not None for where in _files(made, path)]
    for where in written:
        if written.count(where) > 1:
            raise UsageError(f"{where}: two formats would be written to it")
    return pairs


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


def _split(content: Content, name: str, folder: Path | None) -> tuple[Format, Path | None]:
    """Return a format and where it goes; raises `UsageError` where it needs a path and has none."""
    given, _, path = name.partition("=")
    made: Format = content.find("reports", given).FORMAT
    if path:
        return made, Path(path)
    if folder is not None and given != "text":
        return made, folder / (made.file or f"report.{given}")
    if made.beside:
        raise UsageError(f"{given} writes several files; give it a path: -f {given}=report/index.html")
    return made, None


def _files(made: Format, path: Path) -> list[Path]:
    """Return all files that a format writes."""
    return [path, *(path.parent / name for name in made.beside)]


def _language(run: Run, common: Common) -> str:
    return language(common.language, run.head["run"].get("language"))
