"""The infrastructure of the invented organisation: as code, as its plan, and among everything else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from examples.command import run
from examples.conftest import Demo

from assay.examples import AS_OF, folder

CODE = folder() / "infrastructure"

Answers = dict[tuple[str, str], tuple[str, str, str]]
"""Check and resource to verdict, severity and reason."""


def gate(path: Path, out: Path) -> Answers:
    """Return what the gate says of a path, which has gaps."""
    run("gate", path, "--now", AS_OF, "-o", out, "-q", code=1)
    return answers(json.loads(out.read_text("utf-8")))


def answers(judged: dict[str, Any]) -> Answers:
    return {
        (item["check"], item["resource"]): (item["verdict"], item["severity"], item["reason"]["en"])
        for item in judged["findings"]
    }


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    return gate(CODE / "plan.json", tmp_path_factory.mktemp("plan") / "run.json")


def test_the_code_says_what_its_plan_says(planned: Answers, tmp_path: Path) -> None:
    assert gate(CODE, tmp_path / "run.json") == planned


def test_what_the_gate_decides_is_decided_alike_among_everything_else(planned: Answers, demo: Demo) -> None:
    whole = answers(demo.run)
    decided = {pair: found[0] for pair, found in planned.items() if found[0] in ("pass", "fail", "not_applicable")}
    assert {"pass", "fail", "not_applicable"} == set(decided.values())
    assert {pair: whole[pair] for pair, verdict in decided.items() if whole[pair][0] != verdict} == {}


def test_every_resource_of_the_plan_is_found_in_the_demo_at_its_line(demo: Demo) -> None:
    found = (item["location"] for item in demo.run["findings"] if item["location"] is not None)
    places = [place for place in found if place["path"].endswith(".tf")]
    assert places
    for place in places:
        kind, name = str(place["address"]).split(".")[:2]
        line = (CODE / Path(place["path"]).name).read_text("utf-8").splitlines()[place["line"] - 1]
        assert line.startswith(f'resource "{kind}" "{name}"')


def test_no_secret_of_the_code_is_left_anywhere(demo: Demo) -> None:
    secrets = (b"made-up-reports", b"made-up-trial", b"made-up-token")
    files = [path for path in demo.folder.rglob("*") if path.is_file()]
    assert all(secret in (CODE / "plan.json").read_bytes() for secret in secrets)
    assert [path.name for path in files if any(secret in path.read_bytes() for secret in secrets)] == []
