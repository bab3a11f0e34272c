"""`assay audit`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assay.cli.options import Common, common, configured, formats, judging, selecting

if TYPE_CHECKING:
    from assay.config import Config


@click.command("audit")
@click.argument("snapshot", type=click.Path(path_type=Path))
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Write the run here (assay.run/1).")
@configured
@selecting
@judging
@formats
@common
def command(
    common: Common, snapshot: Path, out: Path | None, config_path: Path | None, formats: tuple[str, ...], **values: Any
) -> int:
    """Judge SNAPSHOT by the policies and report; needs no network.

    Settings come from the snapshot; with -c those of the file replace them.
    """
    from assay.cli.auditing import asked, conclude, formats_of, judged, render
    from assay.loading import load
    from assay.snapshot.reader import Snapshot

    opened = Snapshot.open(snapshot)
    sources = [source["name"] for source in opened.manifest["sources"]]
    ask = asked(sources, values)
    read = _configuration(config_path)
    settings = {**read.values, "settings": read.settings()} if read else {}
    own = [read.folder / pack for pack in read.values.get("packs", [])] if read else []
    content = load([*own, *(Path(pack) for pack in common.packs)])
    wanted = formats or ("text",)
    formats_of(content, wanted)
    with judged(opened, content, ask, settings, common) as run:
        if out is not None:
            run.save(out)
            common.say(f"assay: wrote {out}")
        render(run, content, wanted, common)
        return conclude(run, ask, settings, common)


def _configuration(path: Path | None) -> Config | None:
    if path is None:
        return None
    from assay import config

    return config.load(config.find(path))
