"""`assay demo`."""

from __future__ import annotations

from pathlib import Path

import click

from assay.cli.options import Common, common


@click.command("demo")
@click.option(
    "-o", "--out", default="assay-demo", show_default=True, type=click.Path(path_type=Path), help="Folder to write to."
)
@click.option("--engine", type=click.Choice(["embedded", "opa", "both"]), help="Which engine judges.")
@common
def command(common: Common, out: Path, engine: str | None) -> int:
    """Audit the invented organisation that comes with Assay; needs no account, server or network.

    Its registers are collected live; its databases and buckets were recorded from real servers. Leaves
    snapshot/, run.json and report.html in the folder. The exit code is 0 when the demo could be carried out.
    """
    from assay.cli.auditing import Asked, conclude, judged, render
    from assay.cli.collecting import gather, prepare
    from assay.examples import AS_OF, folder
    from assay.selection import Selection
    from assay.snapshot.reader import Snapshot

    config, content, collectors = prepare(folder() / "assay.yaml", common)
    ask = Asked(Selection(), now=AS_OF, engine=engine)
    settings = {**config.values, "settings": config.settings()}
    gather(config, content, collectors, out / "snapshot", AS_OF, common)
    with judged(Snapshot.open(out / "snapshot"), content, ask, settings, common) as run:
        run.save(out / "run.json")
        render(run, content, [f"html={out / 'report.html'}", "text"], common)
        common.say(f"assay: wrote {out / 'snapshot'} and {out / 'run.json'}; a scan would end like this:")
        conclude(run, ask, settings, common)
    return 0
