"""`assay explain`."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import click

from assay.catalogue import Catalogue
from assay.check import Check
from assay.cli.options import Common, common, language
from assay.loading import Content


@click.command("explain")
@click.argument("check")
@click.argument("resource", required=False)
@click.option("--run", "run_path", type=click.Path(path_type=Path), help="A recorded run, for RESOURCE.")
@common
def command(common: Common, check: str, resource: str | None, run_path: Path | None) -> int:
    """Explain CHECK; with RESOURCE and --run, also its verdict there and what decided it."""
    from assay.errors import UsageError
    from assay.loading import load

    content = load([Path(pack) for pack in common.packs])
    found = content.catalogue.check(check)
    tongue = language(common.language, None)
    lines = _about(content, found, tongue)
    if resource is not None:
        if run_path is None:
            raise UsageError("name the run that holds the finding: --run run.json")
        lines += _finding(run_path, check, resource, tongue)
    for line in lines:
        click.echo(line)
    return 0


def _about(content: Content, check: Check, tongue: str) -> list[str]:
    catalogue = content.catalogue
    lines = [f"{check.id}  {check.title[tongue]}", "", check.why[tongue], ""]
    lines.append(f"kind: {check.kind}   severity: {check.severity}   control: {check.control}   policy: {check.policy}")
    for rule in check.severity_when:
        conditions = " and ".join(f"{name} in {', '.join(map(_plain, values))}" for name, values in rule.conditions)
        lines.append(f"    {rule.severity} when {conditions}")
    known = content.schemas[check.kind]["properties"]
    lines.append("fields: " + ", ".join(name for name in content.reads[check.policy] if name in known))
    for step in check.related:
        lines.append(f"joined: {step.kind} (" + (step.by or step.of or "all") + f", from {step.start})")
    for name, value in check.parameters.items():
        clause = f"  ({check.clauses[name]})" if name in check.clauses else ""
        lines.append(f"parameter {name}: {_plain(value)}{clause}")
    lines += ["", "how to fix: " + check.remedy[tongue]]
    lines += [f"    {name}: {text}" for name, text in check.fix.items()]
    return [*lines, "", "clauses: " + _clauses(catalogue, check)]


def _clauses(catalogue: Catalogue, check: Check) -> str:
    told = []
    for clause in catalogue.clauses(check):
        unsure = "" if clause.confidence == "high" else f" ({clause.confidence})"
        told.append(f"{clause.framework} {clause.clause}{unsure}")
    return ", ".join(told) or "none"


def _finding(path: Path, check: str, resource: str, tongue: str) -> list[str]:
    from assay.errors import UsageError
    from assay.run import load
    from assay.text import one_line

    with tempfile.TemporaryDirectory(prefix="assay-") as scratch:
        for finding in load(path, Path(scratch)).findings():
            if finding["check"] == check and finding["resource"] == resource:
                told = [f"\n{one_line(resource)}: {finding['verdict']} ({finding['severity']})"]
                told.append(f"    {one_line(finding['reason'][tongue])}")
                return told + [f"    {_evidence(item)}" for item in finding["evidence"]]
    raise UsageError(f"{path}: has no finding of {check} on {resource!r}")


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _evidence(item: dict[str, object]) -> str:
    from assay.text import one_line

    shown = ", ".join(f"{name} {_plain(value)}" for name, value in item.items() if name != "field")
    return one_line(f"{item['field']}: {shown}")
