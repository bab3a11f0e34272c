"""`assay control`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assay.cli.options import Common, common, language


@click.group("control")
def command() -> None:
    """Controls: objectives, served by checks, tied to clauses of frameworks."""


@command.command("list")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text")
@common
def list_controls(common: Common, form: str) -> int:
    """List the controls with the checks that serve them."""
    from assay.loading import load

    catalogue = load([Path(pack) for pack in common.packs]).catalogue
    tongue = language(common.language, None)
    serving: dict[str, list[str]] = {}
    for check in sorted(catalogue.checks.values(), key=lambda check: check.id):
        serving.setdefault(check.control, []).append(check.id)
    if form == "json":
        rows = [
            {"id": control.id, "title": dict(control.title), "checks": serving.get(control.id, [])}
            for control in sorted(catalogue.controls.values(), key=lambda control: control.id)
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for control in sorted(catalogue.controls.values(), key=lambda control: control.id):
        click.echo(f"{control.id:8} {control.title[tongue]}  [{', '.join(serving.get(control.id, []))}]")
    return 0


@command.command("show")
@click.argument("id")
@common
def show(common: Common, id: str) -> int:
    """Show control ID: objective, checks, clauses, and the measures with their quotations."""
    from assay.loading import load

    catalogue = load([Path(pack) for pack in common.packs]).catalogue
    control = catalogue.control(id)
    tongue = language(common.language, None)
    click.echo(f"{control.id}  {control.title[tongue]}\n\n{control.objective[tongue]}\n\nChecks:")
    for check in sorted(catalogue.checks.values(), key=lambda check: check.id):
        if check.control == id:
            click.echo(f"  {check.id:10} {check.severity:9} {check.title[tongue]}")
    click.echo("\nClauses:")
    for clause in control.clauses:
        note = f"; {clause.note}" if clause.note else ""
        click.echo(f"  {clause.framework} {clause.clause}  (confidence {clause.confidence}{note})")
    click.echo("\nMeasures:")
    for measure in control.measures:
        click.echo(f"  {measure.id}  {measure.text}\n      「{measure.quote}」")
    return 0
