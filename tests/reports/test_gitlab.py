"""GitLab's reports: the forms that it checks, and that different findings stay different."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from support import hostile
from support import sample_run as sample

from assay.report import Format
from assay.run import Run
from reports.gitlab_codequality import FORMAT as QUALITY
from reports.gitlab_sast import FORMAT as SAST


def _object(required: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "object", "required": [*required], "properties": {**required, **more}}


_TEXT = {"type": "string", "minLength": 1}
_LINE = {"type": "integer", "minimum": 1}
_PATH = {"type": "string", "pattern": "^[^/]"}
_TIME = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$"}
_TOOL = _object({"id": _TEXT, "name": _TEXT, "version": _TEXT, "vendor": _object({"name": _TEXT})})
_MESSAGE = _object({"level": {"enum": ["info", "warn", "fatal"]}, "value": _TEXT})
_SIGNATURE = _object({"algorithm": {"enum": ["hash", "location", "scope_offset"]}, "value": _TEXT})
_TRACKED = _object({"signatures": {"type": "array", "minItems": 1, "items": _SIGNATURE}, "file": _PATH})
_VULNERABILITY = _object(
    {
        "id": _TEXT,
        "identifiers": {
            "type": "array",
            "minItems": 1,
            "items": _object({"type": _TEXT, "name": _TEXT, "value": _TEXT}),
        },
        "location": _object({"file": _PATH, "start_line": _LINE}),
    },
    name={"type": "string", "maxLength": 255},
    description={"type": "string", "maxLength": 1048576},
    severity={"enum": ["Info", "Unknown", "Low", "Medium", "High", "Critical"]},
    solution={"type": "string", "maxLength": 7000},
    tracking=_object({"type": {"const": "source"}, "items": {"type": "array", "items": _TRACKED}}),
)
#: What GitLab's schema 15.0.7 asks of what we write.
SAST_FORM = _object(
    {
        "version": {"const": "15.0.7"},
        "scan": _object(
            {
                "analyzer": _TOOL,
                "scanner": _TOOL,
                "type": {"const": "sast"},
                "start_time": _TIME,
                "end_time": _TIME,
                "status": {"enum": ["success", "failure"]},
                "messages": {"type": "array", "items": _MESSAGE},
            }
        ),
        "vulnerabilities": {"type": "array", "items": _VULNERABILITY},
    }
)
QUALITY_FORM = {
    "type": "array",
    "items": _object(
        {
            "description": _TEXT,
            "check_name": _TEXT,
            "fingerprint": _TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": _object({"path": _PATH, "lines": _object({"begin": _LINE})}),
        }
    ),
}


def read(how: Format, run: Run, language: str = "en") -> Any:
    """Return the report, held against its form."""
    document = json.loads(sample.rendered(how, run, language))
    Draft7Validator(SAST_FORM if how is SAST else QUALITY_FORM).validate(document)
    return document


def test_a_vulnerability_is_a_gap_the_worst_first(tmp_path: Path) -> None:
    found = read(SAST, sample.run(tmp_path))["vulnerabilities"]
    assert [item["severity"] for item in found] == ["Critical", *["High"] * 11]
    assert found[0] == {
        "id": found[0]["id"],
        "name": "Bucket default encryption is on",
        "description": "`aws:s3:bucket/client-exports`\n\ndefault encryption is off · `default_encryption: none → "
        "sse_s3, sse_kms_managed, sse_kms_customer (declared)`\n\nWhoever copies the disk or the backup reads what is "
        "not encrypted.",
        "severity": "Critical",
        "solution": "Turn on default encryption; objects that are there have to be copied over themselves once.",
        "identifiers": [{"type": "assay_check", "name": "Assay ENC-02.1", "value": "ENC-02.1"}],
        "location": {"file": "infra/buckets.tf", "start_line": 12},
        "tracking": {
            "type": "source",
            "items": [
                {
                    "file": "infra/buckets.tf",
                    "start_line": 12,
                    "signatures": [{"algorithm": "hash", "value": found[0]["id"]}],
                }
            ],
        },
    }


def test_two_resources_of_one_line_are_tracked_apart(tmp_path: Path) -> None:
    found = read(SAST, sample.run(tmp_path))["vulnerabilities"]
    signatures = {item["tracking"]["items"][0]["signatures"][0]["value"] for item in found}
    assert len(signatures) == len(found) == len({item["id"] for item in found})


def test_the_scan_says_what_was_not_decided_and_that_a_source_failed(tmp_path: Path) -> None:
    scan = read(SAST, sample.run(tmp_path))["scan"]
    assert (scan["status"], scan["start_time"]) == ("failure", "2026-11-21T04:00:00")
    told = [message["value"] for message in scan["messages"]]
    assert "AUT-02.1 Administrators have a second factor: 4 unknown" in told
    assert "Source people (hr_roster) failed: registers/staff.csv: no such file" in told


def test_a_whole_run_is_a_success(tmp_path: Path) -> None:
    found = [sample.finding("ENC-02.1", "storage_bucket", "b", "pass", "high")]
    document = read(SAST, sample.run(tmp_path, found, sources=[]))
    assert (document["scan"]["status"], document["vulnerabilities"]) == ("success", [])


def test_a_run_whose_instant_is_none_can_still_be_written(tmp_path: Path) -> None:
    assert read(SAST, sample.run(tmp_path, as_of="yesterday"))["scan"]["start_time"] == "1970-01-01T00:00:00"


def test_quality_ranks_gaps_and_adds_what_was_not_decided(tmp_path: Path) -> None:
    found = read(QUALITY, sample.run(tmp_path))
    assert [item["severity"] for item in found] == ["blocker", *["critical"] * 11, *["info"] * 5]
    assert found[0]["description"].startswith(
        "Bucket default encryption is on: aws:s3:bucket/client-exports (aws_s3_bucket.client_exports): default"
    )
    assert found[0]["location"] == {"path": "infra/buckets.tf", "lines": {"begin": 12}}
    assert "Unknown: aws:210987654321:iam:user/zhang.san" in found[12]["description"]
    assert len({item["fingerprint"] for item in found}) == len(found)


def test_quality_of_nothing_is_an_empty_list(tmp_path: Path) -> None:
    assert read(QUALITY, sample.run(tmp_path, [])) == []


@pytest.mark.parametrize(("severity", "rank"), [("medium", "major"), ("low", "minor")])
def test_quality_ranks_lesser_gaps(tmp_path: Path, severity: str, rank: str) -> None:
    (found,) = read(
        QUALITY, sample.run(tmp_path, [sample.finding("ENC-02.1", "storage_bucket", "b", "fail", severity)])
    )
    assert found["severity"] == rank


@pytest.mark.parametrize("how", [SAST, QUALITY], ids=lambda how: how.name)
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_any_name_and_path_can_stand_in_them(tmp_path: Path, how: Format, language: str) -> None:
    read(how, hostile.run(tmp_path), language)
    places = [hostile.finding("b", location={"path": path}) for path in hostile.PLACES]
    assert "/home/" not in json.dumps(read(how, sample.run(tmp_path, places), language))
