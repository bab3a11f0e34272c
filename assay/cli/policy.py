"""`assay policy`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from assay.catalogue import Catalogue
from assay.check import Check
from assay.cli.options import Common, common, language, selecting


@click.group("policy")
def command() -> None:
    """Checks and policies of the packs."""


@command.command("list")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text")
@selecting
@common
def list_policies(common: Common, form: str, **values: Any) -> int:
    """List the checks with control, kind, severity and policy."""
    from assay.loading import load
    from assay.selection import Selection, choose

    catalogue = load([Path(pack) for pack in common.packs]).catalogue
    checks = choose(catalogue, Selection(**values))
    if form == "json":
        click.echo(json.dumps([_row(catalogue, check) for check in checks], ensure_ascii=False, indent=2))
        return 0
    tongue = language(common.language, None)
    for check in checks:
        click.echo(f"{check.id:10} {check.severity:9} {check.kind:18} {check.title[tongue]}")
    common.say(f"assay: {len(checks)} checks")
    return 0


@command.command("show")
@click.argument("id")
@common
def show(common: Common, id: str) -> int:
    """Show the Rego of check ID's policy."""
    from assay.loading import load

    content = load([Path(pack) for pack in common.packs])
    folder = content.catalogue.check(id).policy.replace(".", "/")
    for path, source in content.modules.items():
        if f"/policies/{folder}/" in path:
            click.echo(f"# {path}\n{source.rstrip()}")
    return 0


@command.command("lint")
@common
def lint(common: Common) -> int:
    """Load every policy, check and message of the packs, and ask each policy about a resource without facts."""
    from assay.engines.choice import build
    from assay.errors import PackError
    from assay.judging.plan import EngineChoice
    from assay.loading import load
    from assay.silence import broken

    content = load([Path(pack) for pack in common.packs])
    parameters = {check.id: check.parameters for check in content.catalogue.checks.values()}
    for line in broken(content, build(EngineChoice(), content.modules, parameters)):
        raise PackError(line)
    click.echo(f"{len(content.modules)} modules, {len(content.catalogue.checks)} checks: no problem")
    return 0


@command.command("test")
@common
def test(common: Common) -> int:
    """Run the Rego tests of the packs on the embedded engine."""
    from assay.loading import load
    from assay.rego_tests import Suite

    content = load([Path(pack) for pack in common.packs])
    suite = Suite(content.modules, content.packs)
    results = [result for path in suite.files() for result in suite.run(path)]
    failed = [result for result in results if not result.passed]
    for result in failed:
        click.echo(f"FAILED {result.path}: {result.name} {result.message}")
    click.echo(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


@command.command("prove")
@click.argument("id")
@click.option("--snapshot", type=click.Path(path_type=Path), help="Resources to start from (default: the example).")
@common
def prove(common: Common, id: str, snapshot: Path | None) -> int:
    """Take away every fact that check ID reads, one by one, and show that no pass comes of it."""
    from assay.cli.proving import prove_check

    return prove_check(common, id, snapshot)


def _row(catalogue: Catalogue, check: Check) -> dict[str, Any]:
    return {
        "id": check.id,
        "control": check.control,
        "kind": check.kind,
        "severity": check.severity,
        "title": dict(check.title),
        "policy": check.policy,
        "clauses": [f"{clause.framework} {clause.clause}" for clause in catalogue.clauses(check)],
    }
