"""`assay report`."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from assay.cli.options import Common, common, formats


@click.command("report")
@click.argument("run", type=click.Path(path_type=Path))
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Write the report here instead of standard output.")
@formats
@common
def command(common: Common, run: Path, out: Path | None, formats: tuple[str, ...]) -> int:
    """Render RUN (assay.run/1) again, in any format and either language."""
    from assay.cli.auditing import render
    from assay.errors import UsageError
    from assay.loading import load
    from assay.run import load as load_run

    wanted = list(formats or ("text",))
    if out is not None:
        if len(wanted) != 1 or "=" in wanted[0]:
            raise UsageError("-o takes one format; give several as -f NAME=PATH")
        wanted = [f"{wanted[0]}={out}"]
    if any(Path(name.partition("=")[2]).resolve() == run.resolve() for name in wanted if "=" in name):
        raise UsageError(f"{run}: is the run itself; write the report to another file")
    with tempfile.TemporaryDirectory(prefix="assay-") as scratch:
        render(load_run(run, Path(scratch)), load([Path(pack) for pack in common.packs]), wanted, common)
    return 0
