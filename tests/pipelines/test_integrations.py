"""What Assay offers to pipelines: each file parses, and the command that it holds runs and does its work."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import plans

ROOT = Path(__file__).parents[2]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A checkout with a plan that has one gap, and `assay` on the path."""
    plans.write(tmp_path / "plan.json", plans.bucket("site", public=True))
    program = tmp_path / "bin" / "assay"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m assay "$@"\n')
    program.chmod(0o755)
    return tmp_path


def _run(place: Path, script: str, **given: str) -> subprocess.CompletedProcess[str]:
    env = {name: os.environ[name] for name in ("HOME", "XDG_CACHE_HOME") if name in os.environ}
    env |= {"PATH": f"{place / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **given}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=place, env=env, capture_output=True, text=True, timeout=120, check=False)


def _yaml(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


# GitHub


def _gate_step() -> Mapping[str, Any]:
    (step,) = (step for step in _yaml("action.yml")["runs"]["steps"] if step.get("id") == "gate")
    return dict(step)


def _inputs(place: Path, **given: str) -> dict[str, str]:
    """Return the environment of the step as GitHub would make it of the inputs."""
    inputs = {name: str(about.get("default", "")) for name, about in _yaml("action.yml")["inputs"].items()} | given
    env = {
        name: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda m: inputs[m[1]], str(value))
        for name, value in _gate_step()["env"].items()
    }
    own = {"GITHUB_STEP_SUMMARY": str(place / "page"), "GITHUB_OUTPUT": str(place / "outputs")}
    return env | own | {"ASSAY": "assay"}


def test_the_action_annotates_writes_sarif_and_a_summary_and_fails_the_job(place: Path) -> None:
    done = _run(place, _gate_step()["run"], **_inputs(place, path="plan.json"))
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error ")
    assert json.loads((place / "assay.sarif").read_text())["version"] == "2.1.0"
    assert "ACC-02.1" in (place / "page").read_text()
    assert (place / "outputs").read_text() == "sarif=assay.sarif\nsummary=assay-gate.md\n"


def test_the_action_hands_every_input_to_the_gate(place: Path) -> None:
    (place / "w.yaml").write_text("waivers: []\n")
    given = {"path": "plan.json", "fail-on": "critical", "baseline": "b.json", "waivers": "w.yaml"}
    given |= {"account": "123456789012", "arguments": "--only ENC-02.1 --only ACC-02.1", "sarif": "out.sarif"}
    assert _run(place, _gate_step()["run"], **_inputs(place, **given)).returncode == 1
    assert (place / "b.json").exists()
    assert (place / "out.sarif").exists()


def test_an_input_cannot_run_as_code(place: Path) -> None:
    done = _run(
        place, _gate_step()["run"], **_inputs(place, path="$(touch owned) `touch owned`", account="; touch owned")
    )
    assert done.returncode == 2
    assert not (place / "owned").exists()
    assert "${{" not in _gate_step()["run"]


# pre-commit


def test_the_hook_judges_the_repository(place: Path) -> None:
    (hook,) = _yaml(".pre-commit-hooks.yaml")
    (place / "infra").mkdir()
    (place / "infra" / "main.tf").write_text(
        'resource "aws_s3_bucket" "a" {\n  bucket = "example-a"\n  acl = "public-read"\n}\n'
    )
    done = _run(place, f"{hook['entry']} {shlex.join(hook['args'])} -q -f json --only ACC-02.1")
    assert {f["location"]["path"] for f in json.loads(done.stdout)["findings"]} == {"infra/main.tf"}
    assert re.search(hook["files"], "infra/main.tf")
    assert re.search(hook["files"], "templates/vault.yaml")
    assert not re.search(hook["files"], "README.md")


# GitLab


def test_the_component_runs_the_gate_and_names_its_reports(place: Path) -> None:
    header, jobs = yaml.safe_load_all((ROOT / "templates/gate/template.yml").read_text("utf-8"))
    job = jobs["assay-gate"]
    inputs = {name: about["default"] for name, about in header["spec"]["inputs"].items()} | {"path": "plan.json"}
    given = {
        name: re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda m: inputs[m[1]], value)
        for name, value in job["variables"].items()
    }
    done = _run(place, "\n".join(job["script"]), **given)
    assert done.returncode == 1, done.stderr
    for path in job["artifacts"]["reports"].values():
        assert (place / path).stat().st_size > 0


# Jenkins


def test_the_jenkinsfile_publishes_what_its_gate_writes(place: Path) -> None:
    text = (ROOT / "docs/pipelines/Jenkinsfile").read_text("utf-8")
    steps = re.findall(r"sh '([^']*)'", text)
    done = _run(place, next(step for step in steps if step.startswith("assay gate")))
    assert done.returncode == 1, done.stderr
    folder, page = re.search(r"reportDir: '([^']*)', reportFiles: '([^']*)'", text).groups()  # type: ignore[union-attr]  # it stands there
    assert (place / folder / page).exists()
    assert (place / str(re.search(r"junit '([^']*)'", text)[1])).exists()  # type: ignore[index]  # likewise
    assert text.count("{") == text.count("}")
