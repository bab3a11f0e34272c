import io
import json
from pathlib import Path

from jsonschema import Draft7Validator
from support import sample_run as sample

from assay import run as runs
from assay import schema
from reports.json import FORMAT
from reports.ndjson import FORMAT as LINES


def test_json_is_a_run_in_its_published_form(tmp_path: Path) -> None:
    document = json.loads(sample.rendered(FORMAT, sample.run(tmp_path)))
    Draft7Validator(schema.own("run")).validate(document)
    assert document["findings"] == sample.findings()


def test_json_can_be_read_again(tmp_path: Path) -> None:
    run = sample.run(tmp_path)
    path = tmp_path / "run.json"
    path.write_text(sample.rendered(FORMAT, run), "utf-8")
    again = runs.load(path, tmp_path)
    assert again.head == run.head
    assert list(again.findings()) == sample.findings()


def test_ndjson_is_one_finding_a_line(tmp_path: Path) -> None:
    text = sample.rendered(LINES, sample.run(tmp_path))
    assert [json.loads(line) for line in io.StringIO(text)] == sample.findings()


def test_a_run_without_findings_is_json_and_no_line(tmp_path: Path) -> None:
    run = sample.run(tmp_path, [])
    assert json.loads(sample.rendered(FORMAT, run))["findings"] == []
    assert sample.rendered(LINES, run) == ""
