"""The whole gate on code that is broken somewhere: a documented exit code and plain lines, no crash and no wait."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from equivalence.cloudformation.writing import template
from equivalence.model import (
    Balancer,
    Bucket,
    Database,
    Group,
    Key,
    Lifecycle,
    LogGroup,
    Plan,
    Role,
    Rule,
    Table,
    Trail,
    Warehouse,
)
from equivalence.mutated import mutants, torn
from equivalence.table import named
from equivalence.terraform import hcl, plan
from equivalence.terraform.terms import Style
from equivalence.terraform.writing import written
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from support.scans import environment

SECONDS = 60
ESTATE = named(
    [
        Bucket("own_key", policy=("tls", "partner"), lifecycle=(Lifecycle(30),), logs=True, acl="public-read"),
        Database(source="any", parameters=(("rds.force_ssl", "1"),), password="default", key="own_key", encrypted=True),
        Database("aurora-postgresql", "16.6", source="group"),
        Warehouse(parameters=(("require_ssl", "true"),), logs=True),
        Table("own_key", recovery=True),
        Key(policy=("root", "partner")),
        Group((Rule("0.0.0.0/0", first=22, last=22), Rule("self"))),
        Balancer(firewall="block"),
        Role(("partner_id",), ("everything",), ("pass_role",), ("ReadOnlyAccess",)),
        Trail(group_days=30, events="objects"),
        LogGroup(key="own_key"),
        Plan(outsider=True),
    ]
)
PLANS = [plan.plan(written(ESTATE, style)) for style in (Style(), Style(True, "document", "for_each", True))]
TEMPLATE = template(ESTATE).document()


def _code() -> str:
    with tempfile.TemporaryDirectory() as folder:
        hcl.write(written(ESTATE, Style(policies="document", repeated="count")), Path(folder) / "code")
        return (Path(folder) / "code" / "main.tf").read_text("utf-8")


CODE = _code()
quick = settings(
    max_examples=3,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example, HealthCheck.data_too_large],
)


def gate(folder: Path, names: Sequence[str]) -> None:
    """Judge all with one call, since most of the time of a call is its start."""
    command = [sys.executable, "-m", "assay", "gate", *names, "-f", "json=report.json"]
    ended = subprocess.run(
        command, cwd=folder, env=environment(folder), capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert ended.returncode in range(4), ended.stderr
    assert "is a bug" not in ended.stderr
    assert all(line.startswith(("assay: ", "Error: ")) for line in ended.stderr.splitlines()), ended.stderr


@quick
@given(documents=st.lists(st.sampled_from(PLANS).flatmap(mutants), min_size=8, max_size=8))
def test_a_plan_with_anything_anywhere_is_judged_or_refused(documents: list[object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, document in enumerate(documents):
            (Path(folder) / f"{number}.json").write_text(json.dumps(document))
        gate(Path(folder), [f"{number}.json" for number in range(len(documents))])


@quick
@given(documents=st.lists(mutants(TEMPLATE), min_size=4, max_size=4))
def test_a_template_with_anything_anywhere_is_judged_or_refused(documents: list[object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, document in enumerate([TEMPLATE, *documents]):
            (Path(folder) / f"{number}.json").write_text(json.dumps(document))
        gate(Path(folder), ["."])


@quick
@given(texts=st.lists(torn(CODE), min_size=3, max_size=3))
def test_a_folder_with_a_torn_text_is_judged_or_refused(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            (Path(folder) / str(number)).mkdir()
            (Path(folder) / str(number) / "main.tf").write_text(text, "utf-8")
        gate(Path(folder), [str(number) for number in range(len(texts))])
