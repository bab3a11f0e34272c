"""`assay gate`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from assay.cli.options import Common, common, configured, formats, judging, selecting


@click.command("gate")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Write the run here (assay.run/1).")
@click.option("--snapshot", "facts", metavar="PATH", multiple=True, help="A snapshot or a register, for joins.")
@click.option("--account", metavar="ID", help="Account that the code is for (12 digits).")
@click.option("--region", metavar="NAME", help="Region that a template is for.")
@click.option("--parameter", multiple=True, metavar="NAME=VALUE", help="Parameter of a template, repeatable.")
@click.option("--baseline", type=click.Path(path_type=Path), help="Gaps that were there before; made if absent.")
@click.option("--baseline-update", is_flag=True, help="Take the new gaps into the baseline too (needs --reason).")
@click.option("--reason", help="Why new gaps may enter the baseline.")
@click.option("--against", metavar="REF", help="Only gaps count that were not there where this branch left REF.")
@click.option(
    "--waivers", "waived", type=click.Path(path_type=Path), help="Accepted gaps; each must fit something here."
)
@configured
@selecting
@judging
@formats
@common
def command(common: Common, **values: Any) -> int:
    """Judge what code declares, before it is deployed.

    PATH is a Terraform plan as JSON (terraform show -json PLAN; - reads it from standard input), a folder of
    Terraform files, or a CloudFormation template. What the code does not settle is unknown, never a pass.
    """
    from assay.cli.gating import run

    return run(common, values)
