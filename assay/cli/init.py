"""`assay init`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from assay.cli.options import Common, common, language
from assay.loading import Content

IGNORED = "# Snapshots and reports of audits are no source code.\nsnapshot/\nrun.json\nreport.*\n.assay/\n"


@click.command("init")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
@common
def command(common: Common, folder: Path) -> int:
    """Write a commented assay.yaml, register templates and a .gitignore into FOLDER; nothing is overwritten."""
    from assay.files import whole
    from assay.loading import load

    content = load([Path(pack) for pack in common.packs])
    for path, data in _files(content, language(common.language, None)):
        target = folder / path
        if target.exists():
            common.say(f"assay: {target} exists; left as it is")
            continue
        with whole(target, 0o644) as file:
            file.write(data)
        click.echo(f"wrote {target}")
    common.say("assay: fill in the registers, uncomment their sources in assay.yaml, then run `assay scan`")
    return 0


def _files(content: Content, tongue: str) -> Iterator[tuple[str, bytes]]:
    templates = Path(__file__).parents[1] / "templates"
    yield "assay.yaml", (templates / f"assay.{tongue}.yaml").read_bytes()
    yield ".gitignore", IGNORED.encode()
    for pack in content.packs:
        for name in pack.names("collectors"):
            if pack.has(f"collectors.{name}.templates"):
                yield from pack.module(f"collectors.{name}.templates").templates(content.schemas, tongue)
