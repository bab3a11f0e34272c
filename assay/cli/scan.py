"""`assay scan`."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from assay.cli.options import Common, common, configured, formats, judging, selecting


@click.command("scan")
@click.option(
    "-o", "--out", type=click.Path(path_type=Path), help="Keep snapshot/, run.json and the reports in this folder."
)
@configured
@selecting
@judging
@formats
@common
def command(common: Common, config_path: Path | None, out: Path | None, formats: tuple[str, ...], **values: Any) -> int:
    """Collect, audit and report in one go."""
    from assay.cli.auditing import asked, conclude, formats_of, judged, render
    from assay.cli.collecting import gather, prepare
    from assay.selection import choose, parameters
    from assay.snapshot.reader import Snapshot

    config, content, collectors = prepare(config_path, common)
    ask = asked([entry.name for entry in config.sources], values)
    choose(content.catalogue, ask.selection)
    parameters(content.catalogue, [], config.profiles, config.values.get("parameters", {}))
    wanted = formats or ("text",)
    formats_of(content, wanted, out)
    settings = {**config.values, "settings": config.settings()}
    with _folder(out) as folder:
        gather(config, content, collectors, folder / "snapshot", ask.now, common)
        with judged(Snapshot.open(folder / "snapshot"), content, ask, settings, common) as run:
            if out is not None:
                run.save(out / "run.json")
                common.say(f"assay: wrote {out / 'run.json'}")
            render(run, content, wanted, common, out)
            return conclude(run, ask, settings, common)


@contextlib.contextmanager
def _folder(out: Path | None) -> Iterator[Path]:
    if out is not None:
        yield out
    else:
        with tempfile.TemporaryDirectory(prefix="assay-") as folder:
            yield Path(folder)
