"""`assay gate`: what counts, what stops it, and that it never passes by doing nothing."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support import plans

from .conftest import Assay

ONLY = ("--only", "ACC-02.1")
WAIVER = """waivers:
  - {check: ACC-02.1, resource: RESOURCE, reason: a site, owner: ann, approver: bob, created: 2026-11-01,
     expires: EXPIRES}
"""


@pytest.fixture
def open_plan(tmp_path: Path) -> Path:
    return plans.write(tmp_path / "plan.json", plans.bucket("site", public=True))


@pytest.fixture
def closed_plan(tmp_path: Path) -> Path:
    return plans.write(tmp_path / "closed.json", plans.bucket("vault", public=False))


def test_a_gap_blocks_and_names_file_and_address(assay: Assay, open_plan: Path) -> None:
    outcome = assay("gate", "plan.json", *ONLY, "-f", "json")
    (finding,) = json.loads(outcome.out)["findings"]
    assert (finding["verdict"], finding["resource"]) == ("fail", "aws:s3:bucket/example-site")
    assert finding["location"] == {"path": "plan.json", "address": "aws_s3_bucket.site"}
    assert outcome.code == 1


def test_nothing_open_passes(assay: Assay, closed_plan: Path) -> None:
    assert assay("gate", "closed.json", *ONLY).code == 0


def test_a_plan_comes_by_standard_input(assay: Assay, open_plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(open_plan.read_bytes()))
    monkeypatch.setattr(sys, "stdin", given)
    outcome = assay("gate", "-", *ONLY, "-f", "json")
    assert outcome.code == 1
    assert json.loads(outcome.out)["findings"][0]["location"]["path"] == "stdin"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("empty.json", "", "empty.json"),
        ("half.json", json.dumps(plans.plan(plans.bucket("a", public=True)))[:-40], "half.json"),
        ("notes.txt", "hello", "notes.txt"),
        ("plan.out", "PK\x03\x04 binary", "plan.out"),
        ("other.json", '{"a": 1}', "other.json"),
        ("values.yaml", "a: 1\n", "values.yaml"),
    ],
)
def test_a_file_that_is_no_code_stops_the_gate(assay: Assay, tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).write_text(text)
    outcome = assay("gate", name)
    assert outcome.code == 2
    assert told in outcome.err
    assert "Traceback" not in outcome.err


def test_a_plan_without_resources_is_no_pass(assay: Assay, tmp_path: Path) -> None:
    plans.write(tmp_path / "plan.json", [])
    outcome = assay("gate", "plan.json")
    assert outcome.code == 3
    assert "nothing was there to judge" in outcome.err


def test_what_is_destroyed_is_not_judged(assay: Assay, tmp_path: Path) -> None:
    plans.write(tmp_path / "plan.json", plans.bucket("old", public=True, actions=["delete"]))
    assert assay("gate", "plan.json", *ONLY).code == 3


@pytest.mark.parametrize(
    "options",
    [
        ("--fail-on", "hihg"),
        ("--only", "ACC-02.11"),
        ("--only", "TRN-01.1"),
        ("--account", "1234"),
        ("--parameter", "Env"),
        ("--baseline-update",),
        ("--reason", "because"),
        ("--baseline-update", "--baseline", "b.json"),
        ("--snapshot", "nowhere"),
        ("--against", "no-such-branch"),
    ],
)
def test_an_option_that_cannot_be_meant_stops_the_gate(assay: Assay, open_plan: Path, options: tuple[str, ...]) -> None:
    assert assay("gate", "plan.json", *options).code == 2


def test_a_path_that_is_not_there_stops_the_gate(assay: Assay) -> None:
    assert assay("gate", "nowhere.json").code == 2


def test_checks_of_other_stages_are_skipped_by_name(assay: Assay, closed_plan: Path) -> None:
    head = json.loads(assay("gate", "closed.json", "-f", "json").out)
    skipped = {item["check"]: item["why"] for item in head["not_assessed"]}
    assert skipped["TRN-01.1"].endswith("judged by scan or assess, not here")
    assert not any(finding["check"] == "TRN-01.1" for finding in head["findings"])


def test_an_unknown_that_only_a_deployment_settles_counts_only_when_strict(assay: Assay, closed_plan: Path) -> None:
    only = ("--only", "RET-03.1")
    assert assay("gate", "closed.json", *only).code == 0
    assert assay("gate", "closed.json", *only, "--strict").code == 3


# Baselines


def test_the_run_that_makes_a_baseline_is_not_passed_by_it(assay: Assay, open_plan: Path, tmp_path: Path) -> None:
    assert assay("gate", "plan.json", *ONLY, "--baseline", "b.json").code == 1
    assert assay("gate", "plan.json", *ONLY, "--baseline", "b.json").code == 0


def test_only_new_gaps_fail(assay: Assay, open_plan: Path, tmp_path: Path) -> None:
    assay("gate", "plan.json", *ONLY, "--baseline", "b.json")
    plans.write(open_plan, [*plans.bucket("site", public=True), *plans.bucket("more", public=True)])
    outcome = assay("gate", "plan.json", *ONLY, "--baseline", "b.json", "-f", "json")
    told = {f["resource"]: f["disposition"] for f in json.loads(outcome.out)["findings"]}
    assert told == {"aws:s3:bucket/example-site": "baseline", "aws:s3:bucket/example-more": "open"}
    assert outcome.code == 1


def test_the_same_name_in_another_file_is_new(assay: Assay, open_plan: Path, tmp_path: Path) -> None:
    assay("gate", "plan.json", *ONLY, "--baseline", "b.json")
    open_plan.rename(tmp_path / "other.json")
    assert assay("gate", "other.json", *ONLY, "--baseline", "b.json").code == 1


def test_a_baseline_shrinks_by_itself_and_grows_only_with_a_reason(
    assay: Assay, open_plan: Path, tmp_path: Path
) -> None:
    both = [*plans.bucket("site", public=True), *plans.bucket("more", public=True)]
    plans.write(open_plan, both)
    assay("gate", "plan.json", *ONLY, "--baseline", "b.json")
    assert len(_gaps(tmp_path)) == 2
    plans.write(open_plan, [*plans.bucket("site", public=True), *plans.bucket("more", public=False)])
    assay("gate", "plan.json", *ONLY, "--baseline", "b.json")
    assert [gap["address"] for gap in _gaps(tmp_path)] == ["aws_s3_bucket.site"]
    plans.write(open_plan, both)
    assert assay("gate", "plan.json", *ONLY, "--baseline", "b.json").code == 1
    assert len(_gaps(tmp_path)) == 1
    assay("gate", "plan.json", *ONLY, "--baseline", "b.json", "--baseline-update", "--reason", "ticket 7")
    assert [gap["reason"] for gap in _gaps(tmp_path)] == ["ticket 7", "there before the gate"]


def test_what_was_not_looked_at_stays_in_the_baseline(assay: Assay, open_plan: Path, tmp_path: Path) -> None:
    assay("gate", "plan.json", *ONLY, "--baseline", "b.json")
    assay("gate", "plan.json", "--only", "ENC-02.1", "--baseline", "b.json")
    plans.write(tmp_path / "elsewhere.json", plans.bucket("vault", public=False))
    assay("gate", "elsewhere.json", *ONLY, "--baseline", "b.json")
    assert len(_gaps(tmp_path)) == 1


@pytest.mark.parametrize("text", ["", "[]", '{"format": "assay.baseline/2", "gaps": []}', '{"gaps": [{}]}'])
def test_a_baseline_that_is_none_stops_the_gate(assay: Assay, open_plan: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "b.json").write_text(text)
    assert assay("gate", "plan.json", "--baseline", "b.json").code == 2
    assert (tmp_path / "b.json").read_text() == text


def _gaps(folder: Path) -> list[dict[str, Any]]:
    made = json.loads((folder / "b.json").read_text())
    gaps: list[dict[str, Any]] = made["gaps"]
    return gaps


# Waivers


@pytest.mark.parametrize(
    ("target", "expires", "disposition", "code"),
    [
        ("aws:s3:bucket/example-site", "2027-01-31", "waived", 0),
        ("aws_s3_bucket.site", "2027-01-31", "waived", 0),
        ('"arn:aws:s3:::example-site"', "2026-11-21", "waived", 0),
        ("aws_s3_bucket.site", "2026-11-20", "waiver_expired", 1),
    ],
)
def test_a_waived_gap_does_not_count_until_it_expires(
    assay: Assay, open_plan: Path, tmp_path: Path, target: str, expires: str, disposition: str, code: int
) -> None:
    (tmp_path / "w.yaml").write_text(WAIVER.replace("RESOURCE", target).replace("EXPIRES", expires))
    outcome = assay("gate", "plan.json", *ONLY, "--waivers", "w.yaml", "--now", "2026-11-21", "-f", "json")
    run = json.loads(outcome.out)
    (finding,) = run["findings"]
    assert (finding["verdict"], finding["disposition"]) == ("fail", disposition)
    assert [waiver["reason"] for waiver in run["run"]["waivers"]] == ["a site"]
    assert outcome.code == code


def test_a_report_for_code_scanning_tells_why_a_gap_is_waived(assay: Assay, open_plan: Path, tmp_path: Path) -> None:
    (tmp_path / "w.yaml").write_text(WAIVER.replace("RESOURCE", "aws_s3_bucket.site").replace("EXPIRES", "2027-01-31"))
    outcome = assay("gate", "plan.json", *ONLY, "--waivers", "w.yaml", "--now", "2026-11-21", "-f", "sarif")
    (result,) = json.loads(outcome.out)["runs"][0]["results"]
    assert result["suppressions"][0]["justification"] == "a site (bob, 2027-01-31)"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("RESOURCE", "aws_s3_bucket.sites", "did you mean 'aws_s3_bucket.site'"),
        ("check: ACC-02.1", "check: ACC-02.9", "ACC-02"),
        ("approver: bob", "approver: ann", "somebody else"),
        ("reason: a site, ", "", "reason"),
        ("owner: ann", "ownr: ann", "did you mean 'owner'"),
        ("EXPIRES", "2026-10-01", "2026-10-01"),
        ("EXPIRES", "2026-02-30", "2026-02-30"),
        ("2026-11-01", "2026-12-01", "2026-12-01"),
    ],
)
def test_a_waiver_that_cannot_be_meant_stops_the_gate(
    assay: Assay, open_plan: Path, tmp_path: Path, old: str, new: str, told: str
) -> None:
    text = WAIVER.replace(old, new).replace("RESOURCE", "aws_s3_bucket.site").replace("EXPIRES", "2027-01-31")
    (tmp_path / "w.yaml").write_text(text)
    outcome = assay("gate", "plan.json", *ONLY, "--waivers", "w.yaml", "--now", "2026-11-21")
    assert outcome.code == 2
    assert told in outcome.err
    assert "w.yaml:2" in outcome.err


# Several folders


def test_one_address_in_two_folders_is_two_things_with_the_baseline_of_either(assay: Assay, tmp_path: Path) -> None:
    for name in ("dev", "prod"):
        (tmp_path / name).mkdir()
        plans.write(tmp_path / name / "plan.json", [plans.resource("aws_kms_key", "k", {"enable_key_rotation": False})])
    options = ("--only", "ENC-05.1", "--fail-on", "medium")
    outcome = assay("gate", "dev/plan.json", "prod/plan.json", *options, "-f", "json", "--baseline", "b.json")
    told = {(f["location"]["path"], f["location"]["address"]) for f in json.loads(outcome.out)["findings"]}
    assert told == {("dev/plan.json", "aws_kms_key.k"), ("prod/plan.json", "aws_kms_key.k")}
    assert assay("gate", "prod/plan.json", *options, "--baseline", "b.json").code == 0


# Comparison with a revision


def _git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose main branch holds one open bucket."""
    _git(tmp_path, "init", "-q", "-b", "main")
    plans.write(tmp_path / "plan.json", plans.bucket("site", public=True))
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "one")
    _git(tmp_path, "checkout", "-qb", "change")
    return tmp_path


def test_gaps_of_the_revision_that_the_branch_left_do_not_count(assay: Assay, repository: Path) -> None:
    assert assay("gate", "plan.json", *ONLY, "--against", "main").code == 0


def test_gaps_that_the_branch_brings_count(assay: Assay, repository: Path) -> None:
    plans.write(repository / "plan.json", [*plans.bucket("site", public=True), *plans.bucket("new", public=True)])
    plans.write(repository / "second.json", plans.bucket("other", public=True))
    outcome = assay("gate", "plan.json", "second.json", *ONLY, "--against", "main", "-f", "json")
    told = {f["location"]["address"]: f["disposition"] for f in json.loads(outcome.out)["findings"]}
    assert outcome.code == 1
    assert told == {"aws_s3_bucket.site": "baseline", "aws_s3_bucket.new": "open", "aws_s3_bucket.other": "open"}


def test_a_comparison_changes_nothing_in_the_repository(assay: Assay, repository: Path) -> None:
    before = subprocess.run(["git", "-C", str(repository), "status", "--porcelain"], capture_output=True, check=True)
    assay("gate", "plan.json", *ONLY, "--against", "main")
    after = subprocess.run(["git", "-C", str(repository), "status", "--porcelain"], capture_output=True, check=True)
    assert before.stdout == after.stdout == b""


def test_a_plan_outside_the_repository_cannot_be_compared(
    assay: Assay, repository: Path, tmp_path_factory: Any
) -> None:
    outside = plans.write(tmp_path_factory.mktemp("outside") / "plan.json", plans.bucket("a", public=True))
    outcome = assay("gate", outside, "--against", "main")
    assert outcome.code == 2
    assert "--baseline" in outcome.err
