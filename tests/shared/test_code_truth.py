"""The gate against truth tables for Terraform estates and CloudFormation templates."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT.parent / "shared/data/iac"
FILES = ("plan.json", "template.yaml", "template.json")
WORST = ("fail", "unknown", "pass", "not_applicable")
pytestmark = [pytest.mark.shared, pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared data are not here")]


def _estates() -> Iterator[Any]:
    for table in sorted(SAMPLES.glob("*/*/truth.yaml")):
        files = [name for name in FILES if (table.parent / name).is_file()]
        for name in [*files, *([] if "template" in files[0] else ["."])]:
            yield pytest.param(table, name, id=f"{table.parent.name}/{name}")


@pytest.mark.parametrize(("table", "name"), list(_estates()))
def test_every_verdict_is_as_in_the_table(table: Path, name: str, tmp_path: Path) -> None:
    truth = yaml.safe_load(table.read_text("utf-8"))
    account = str(truth["account_id"])
    given = ["--account", account] if account.isdigit() else []
    run, page = tmp_path / "run.json", tmp_path / "page.html"
    done = _gate(table.parent, name, "--now", "2026-11-21", "-o", run, "-f", f"html={page}", *given)
    assert done.returncode == {"pass": 0, "block": 1}[truth["gate"]["outcome"]], done.stderr
    judged = _verdicts(json.loads(run.read_text("utf-8")))
    assert _wrong(judged, {address: about["checks"] for address, about in truth["resources"].items()}) == {}
    written = run.read_text("utf-8") + page.read_text("utf-8") + done.stdout + done.stderr
    assert [value for value in truth.get("secret_values") or () if value in written] == []


def test_registers_settle_what_code_leaves_open(tmp_path: Path) -> None:
    table = SAMPLES / "estates/03-lending/truth_registers.yaml"
    account = yaml.safe_load((table.parent / "truth.yaml").read_text("utf-8"))["account_id"]
    truth = yaml.safe_load(table.read_text("utf-8"))
    options = ("--snapshot", "registers.yaml", "--account", str(account), "--now", "2026-11-21")
    _gate(table.parent, "plan.json", *options, "-o", tmp_path / "run.json")
    judged = _verdicts(json.loads((tmp_path / "run.json").read_text("utf-8")))
    assert _wrong(judged, truth["resources"]) == {}


def _gate(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "assay", "gate", *map(str, arguments)]
    given = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, timeout=120, check=False)


def _wrong(judged: Mapping[tuple[str, str], str], truth: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    return {
        f"{address} {check}": f"{judged.get((address, check))}, not {told['verdict']}: {told['reason']}"
        for address, checks in truth.items()
        for check, told in checks.items()
        if judged.get((address, check)) not in told.get("accept", [told["verdict"]])
    }


def _verdicts(run: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """Return the worst verdict for each (address, check)."""
    found = defaultdict(list)
    for finding in run["findings"]:
        found[(finding["location"] or {}).get("address", ""), finding["check"]].append(finding["verdict"])
    return {pair: min(verdicts, key=WORST.index) for pair, verdicts in found.items()}
