"""SARIF: what GitHub asks for, what it takes at most, and that nothing undecided looks like a pass."""

from __future__ import annotations

import io
import json
import random
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from sarif_pydantic import Sarif  # type: ignore[import-untyped]  # it ships no types
from support import hostile
from support import sample_run as sample

import reports.sarif
from assay.run import Run
from reports.sarif import FORMAT
from reports.sarif.measured import Measured


def written(run: Run, language: str = "en") -> dict[str, Any]:
    """Return the only run of the file, held against the types of SARIF."""
    document = json.loads(sample.rendered(FORMAT, run, language))
    Sarif.model_validate(document)
    assert document["version"] == "2.1.0"
    (made,) = document["runs"]
    return dict(made)


@pytest.fixture
def made(tmp_path: Path) -> dict[str, Any]:
    return written(sample.run(tmp_path))


def by_resource(made: dict[str, Any], name: str) -> dict[str, Any]:
    found = [r for r in made["results"] if r["locations"][0]["logicalLocations"][0]["name"] == name]
    return dict(found[0])


def notes(made: dict[str, Any]) -> list[str]:
    (invocation,) = made["invocations"]
    return [note["message"]["text"] for note in invocation["toolExecutionNotifications"]]


def test_gaps_come_first_and_the_worst_of_them_before_all(made: dict[str, Any]) -> None:
    told = [(r["properties"]["disposition"], r["properties"]["severity"]) for r in made["results"]]
    assert told[0] == ("open", "critical")
    assert told[-3:] == [("waiver_expired", "high"), ("baseline", "high"), ("waived", "medium")]


def test_a_result_has_all_that_code_scanning_shows(made: dict[str, Any]) -> None:
    found = by_resource(made, "aws:s3:bucket/client-exports")
    assert (found["ruleId"], found["level"], found["kind"]) == ("ENC-02.1", "error", "fail")
    assert found["message"]["text"] == (
        "aws:s3:bucket/client-exports (aws_s3_bucket.client_exports): default encryption is off; "
        "default_encryption: none → sse_s3, sse_kms_managed, sse_kms_customer (declared)"
    )
    place = found["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "infra/buckets.tf", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 12},
    }
    assert found["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "aws_s3_bucket.client_exports"


def test_a_resource_without_a_file_still_has_a_place(made: dict[str, Any]) -> None:
    place = by_resource(made, "aws:s3:bucket/javascript:alert(1)")["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("assay.yaml", 1)


def test_the_fingerprint_is_that_of_the_finding(made: dict[str, Any]) -> None:
    expected = next(f for f in sample.findings() if f["severity"] == "critical" and f["verdict"] == "fail")
    found = made["results"][0]["partialFingerprints"]
    assert set(found.values()) == {expected["fingerprint"]}
    assert "primaryLocationLineHash" in found


@pytest.mark.parametrize("disposition", ["waived", "baseline"])
def test_what_is_accepted_is_suppressed_and_stays(made: dict[str, Any], disposition: str) -> None:
    (found,) = [r for r in made["results"] if r["properties"]["disposition"] == disposition]
    (suppression,) = found["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert suppression["justification"]
    assert found.get("baselineState") == ("unchanged" if disposition == "baseline" else None)


def test_what_is_open_is_not_suppressed(made: dict[str, Any]) -> None:
    assert [
        r
        for r in made["results"]
        if r["properties"]["disposition"].startswith(("open", "waiver")) and "suppressions" in r
    ] == []


def test_each_result_finds_its_rule(made: dict[str, Any]) -> None:
    rules = made["tool"]["driver"]["rules"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in made["results"])


def test_a_rule_is_ranked_by_the_worst_that_was_found_and_says_how_to_mend_it(made: dict[str, Any]) -> None:
    rules = {rule["id"]: rule for rule in made["tool"]["driver"]["rules"]}
    ranks = {name: rule["properties"]["security-severity"] for name, rule in rules.items()}
    assert ranks == {
        "AUT-02.1": "9.5",
        "ENC-02.1": "9.5",
        "ENC-02.2": "5.5",
        "ENC-02.3": "5.5",
        "RET-01.1": "8.0",
        "VEN-02.1": "8.0",
    }
    assert rules["ENC-02.1"]["help"]["text"].startswith("Turn on default encryption")
    assert "```\naws s3api put-bucket-encryption" in rules["ENC-02.1"]["help"]["markdown"]
    assert "security" in rules["ENC-02.1"]["properties"]["tags"]


@pytest.mark.parametrize(("severity", "level", "rank"), [("medium", "warning", "5.5"), ("low", "note", "3.0")])
def test_lesser_gaps_have_lesser_levels(tmp_path: Path, severity: str, level: str, rank: str) -> None:
    made = written(sample.run(tmp_path, [sample.finding("ENC-02.1", "storage_bucket", "b", "fail", severity)]))
    (rule,) = made["tool"]["driver"]["rules"]
    assert (made["results"][0]["level"], rule["defaultConfiguration"]["level"]) == (level, level)
    assert rule["properties"]["security-severity"] == rank


def test_what_was_not_decided_is_no_result_and_is_notified(made: dict[str, Any]) -> None:
    assert "AUT-02.1" not in {r["ruleId"] for r in made["results"]}
    (told,) = [note for note in notes(made) if note.startswith("AUT-02.1 ")]
    assert told.startswith(
        "AUT-02.1 Administrators have a second factor (4 unknown): aws:210987654321:iam:user/zhang.san: "
    )


def test_a_source_that_failed_makes_the_invocation_fail(made: dict[str, Any]) -> None:
    assert made["invocations"][0]["executionSuccessful"] is False
    assert "Source people (hr_roster) failed: registers/staff.csv: no such file" in notes(made)


def test_a_run_that_is_whole_is_a_success(tmp_path: Path) -> None:
    found = [sample.finding("ENC-02.1", "storage_bucket", "b", "pass", "high")]
    made = written(sample.run(tmp_path, found, sources=[]))
    assert made["invocations"] == [
        {
            "executionSuccessful": True,
            "toolExecutionNotifications": made["invocations"][0]["toolExecutionNotifications"],
        }
    ]
    assert (made["results"], made["tool"]["driver"]["rules"]) == ([], [])


def test_a_run_that_judged_nothing_is_no_success(tmp_path: Path) -> None:
    run = sample.run(tmp_path, [], sources=[])
    run.head["summary"]["checks"]["assessed"] = 0
    made = written(run)
    assert made["invocations"][0]["executionSuccessful"] is False
    assert any(note.startswith("Nothing was judged") for note in notes(made))


def test_more_than_github_takes_is_cut_after_the_worst(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports.sarif, "RESULTS", 3)
    made = written(sample.run(tmp_path))
    assert [r["properties"]["severity"] for r in made["results"]] == ["critical", "high", "high"]
    assert "11 gaps are left out here, the run in JSON holds them" in notes(made)


def test_a_file_too_large_to_send_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports.sarif, "PACKED", 0)
    made = written(sample.run(tmp_path))
    assert made["results"] == []
    assert "14 gaps are left out here, the run in JSON holds them" in notes(made)


def test_the_size_is_measured_as_it_is_sent() -> None:
    file = Measured(io.BytesIO())
    file.write(random.Random(1).randbytes(500_000))  # noqa: S311 (no secret)
    assert 400_000 < file.packed < 510_000
    file.write(b"a" * 5_000_000)
    assert file.packed < 600_000


def test_chinese_is_said_throughout(tmp_path: Path) -> None:
    made = written(sample.run(tmp_path), "zh-CN")
    assert made["language"] == "zh-CN"
    assert "未开启默认加密" in made["results"][0]["message"]["text"]
    assert "存储桶已开启默认加密" in {rule["shortDescription"]["text"] for rule in made["tool"]["driver"]["rules"]}


def test_no_name_makes_a_link_or_leads_out(tmp_path: Path) -> None:
    made = written(hostile.run(tmp_path))
    texts = [r["message"]["text"] for r in made["results"]] + notes(made)
    assert [text for text in texts if "](" in text] == []
    uris = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in made["results"]]
    assert [uri for uri in uris if uri.startswith("/") or ":" in uri or ".." in uri.split("/")] == []
    assert all(unquote(uri) for uri in uris)
