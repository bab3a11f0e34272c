"""`assay framework`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from assay.cli.options import Common, common, language


@click.group("framework")
def command() -> None:
    """Laws and standards: clause to control to check."""


@command.command("list")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text")
@common
def list_frameworks(common: Common, form: str) -> int:
    """List the frameworks with what was verified of each."""
    from assay.loading import load

    catalogue = load([Path(pack) for pack in common.packs]).catalogue
    found = sorted(catalogue.frameworks.values(), key=lambda framework: framework.id)
    if form == "json":
        rows = [{"id": item.id, "name": item.name, "version": item.version} for item in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return 0
    for item in found:
        click.echo(f"{item.id:20} {item.name} ({item.version})\n{'':20} verified: {item.verification}")
    return 0


@command.command("show")
@click.argument("id")
@common
def show(common: Common, id: str) -> int:
    """Show framework ID: each clause with the controls and checks that serve it."""
    from assay.loading import load

    catalogue = load([Path(pack) for pack in common.packs]).catalogue
    framework = catalogue.framework(id)
    tongue = language(common.language, None)
    click.echo(f"{framework.id}  {framework.name} ({framework.version})")
    click.echo(f"source: {framework.source}\nverified: {framework.verification}\n")
    clauses: dict[str, list[str]] = {}
    for control in sorted(catalogue.controls.values(), key=lambda control: control.id):
        for clause in control.clauses:
            if clause.framework == id:
                checks = sorted(check.id for check in catalogue.checks.values() if check.control == control.id)
                line = f"{control.id} {control.title[tongue]} (confidence {clause.confidence}): {', '.join(checks)}"
                clauses.setdefault(clause.clause, []).append(line)
    for name, lines in sorted(clauses.items()):
        click.echo(name)
        for line in lines:
            click.echo(f"    {line}")
    return 0
