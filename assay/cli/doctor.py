"""`assay doctor`."""

from __future__ import annotations

from pathlib import Path

import click

from assay.cli.options import Common, common, configured

_MARK = {"ok": "ok     ", "missing": "MISSING", "excess": "EXCESS ", "failed": "FAILED "}


@click.command("doctor")
@click.option("--only", multiple=True, metavar="SOURCE", help="Only this source.")
@configured
@common
def command(common: Common, config_path: Path | None, only: tuple[str, ...]) -> int:
    """Try what every source needs: reachable, identity used, permissions missing and in excess."""
    from assay import dates
    from assay.cli.collecting import prepare
    from assay.collect import source
    from assay.collector import CollectorFailed
    from assay.engines.choice import build
    from assay.judging.plan import EngineChoice

    config, content, collectors = prepare(config_path, common, only)
    engine = build(EngineChoice(), {}, {})
    click.echo(f"engine {engine.name} {engine.version}: self-test passed")
    bad = 0
    for entry in config.sources:
        collector = collectors[entry.name]
        click.echo(f"\n{entry.name} ({entry.collector})")
        try:
            for probe in collector.probe(source(config, content, entry, dates.now())):
                bad += probe.outcome in ("missing", "failed")
                told = config.secrets.scrub(f"{probe.what}  {probe.detail}".rstrip())
                click.echo(f"  {_MARK[probe.outcome]} {told}")
                for field in probe.needed_for if probe.outcome != "ok" else ():
                    click.echo(f"           without it unread: {config.secrets.scrub(field)}")
        except CollectorFailed as failed:
            bad += 1
            click.echo(f"  FAILED  {config.secrets.scrub(str(failed))}")
        except Exception as error:
            # A collector of any pack may fail in any way, and hides no other; its text may quote the source.
            bad += 1
            click.echo(f"  FAILED  the collector failed ({type(error).__name__}); this is a bug in it")
    return 3 if bad else 0
