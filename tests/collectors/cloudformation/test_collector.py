from __future__ import annotations

import time
from pathlib import Path

import pytest
from support.templates import collected

from assay.collector import CollectorFailed
from collectors.cloudformation import COLLECTOR

_HEAD = "AWSTemplateFormatVersion: '2010-09-09'\n"
_BUCKET = _HEAD + "Resources:\n  Docs: {Type: 'AWS::S3::Bucket'}\n"


def _written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_template_is_stated_with_the_place_of_each_resource(tmp_path: Path) -> None:
    out = collected(_written(tmp_path, one=_BUCKET) / "one.yaml")
    bucket = out.one("storage_bucket", "cfn:Docs")
    assert bucket["place"] == {"path": "one.yaml", "line": 3, "address": "Docs"}
    assert [(read.target, read.outcome) for read in out.ledger] == [("one.yaml", "ok")]


def test_reading_one_template_is_quick(tmp_path: Path) -> None:
    file = _written(tmp_path, one=_BUCKET) / "one.yaml"
    began = time.monotonic()
    collected(file)
    assert time.monotonic() - began < 10


def test_each_template_of_a_folder_is_a_stack_of_its_own(tmp_path: Path) -> None:
    out = collected(_written(tmp_path, one=_BUCKET, two=_BUCKET))
    assert sorted(out.records["storage_bucket"]) == ["cfn:one.yaml:Docs", "cfn:two.yaml:Docs"]


def test_a_broken_template_does_not_hide_the_others(tmp_path: Path) -> None:
    out = collected(_written(tmp_path, one=_BUCKET, two=_HEAD + "Resources: [\n"))
    assert out.records["storage_bucket"]
    assert out.incomplete_kinds["storage_bucket"][0] == "partial"
    assert any("two.yaml:3: is not well-formed" in note for note in out.notes)


def test_where_all_are_broken_the_first_is_named(tmp_path: Path) -> None:
    with pytest.raises(CollectorFailed, match=r"/one\.yaml:3: is not well-formed"):
        collected(_written(tmp_path, one=_HEAD + "Resources: [\n", two=_HEAD + "Resources: [\n"))


def test_a_template_that_another_nests_is_read_there_only(tmp_path: Path) -> None:
    outer = _HEAD + (
        "Resources:\n  Inner: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: one.yaml}}\n"
        "  Own: {Type: 'AWS::S3::Bucket'}\n"
    )
    out = collected(_written(tmp_path, one=_BUCKET, outer=outer))
    assert sorted(out.records["storage_bucket"]) == ["cfn:Inner.Docs", "cfn:Own"]


def test_templates_that_nest_each_other_are_read_all_the_same(tmp_path: Path) -> None:
    text = _BUCKET + "  Other: {Type: 'AWS::CloudFormation::Stack', Properties: {TemplateURL: %s.yaml}}\n"
    out = collected(_written(tmp_path, one=text % "two", two=text % "one"))
    assert {"cfn:one.yaml:Docs", "cfn:two.yaml:Docs"} <= set(out.records["storage_bucket"])
    assert out.incomplete_kinds


def test_templates_in_a_folder_below_are_named_as_not_read(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    _written(tmp_path / "below", two=_BUCKET)
    out = collected(_written(tmp_path, one=_BUCKET))
    assert list(out.records["storage_bucket"]) == ["cfn:Docs"]
    assert out.notes == [f"{tmp_path.name}/below: holds templates that are not read; name this folder too"]


def test_scenarios_that_differ_are_each_stated(tmp_path: Path) -> None:
    text = _HEAD + (
        "Parameters: {Env: {Type: String}}\n"
        "Conditions: {IsProd: !Equals [!Ref Env, prod]}\n"
        "Resources:\n"
        "  Docs:\n"
        "    Type: AWS::S3::Bucket\n"
        "    Properties: {VersioningConfiguration: !If [IsProd, {Status: Enabled}, !Ref 'AWS::NoValue']}\n"
    )
    file = _written(tmp_path, one=text) / "one.yaml"
    out = collected(file)
    found = {id: record["versioning"] for id, record in out.records["storage_bucket"].items()}
    assert found == {"cfn:Docs[IsProd=false]": "disabled", "cfn:Docs[IsProd=true]": "enabled"}
    assert list(collected(file, parameters={"Env": "prod"}).records["storage_bucket"]) == ["cfn:Docs"]


def test_the_account_and_the_region_are_part_of_the_ids(tmp_path: Path) -> None:
    text = _HEAD + "Resources:\n  App: {Type: 'AWS::Logs::LogGroup', Properties: {LogGroupName: app}}\n"
    file = _written(tmp_path, one=text) / "one.yaml"
    out = collected(file, account="123456789012", region="eu-west-1")
    assert list(out.records["log_source"]) == ["aws:123456789012:eu-west-1:logs:log-group/app"]


def test_a_transform_leaves_every_kind_open(tmp_path: Path) -> None:
    text = _HEAD + "Transform: AWS::Serverless-2016-10-31\nResources:\n  F: {Type: 'AWS::Serverless::Function'}\n"
    out = collected(_written(tmp_path, one=text) / "one.yaml")
    assert set(out.incomplete_kinds) >= {"storage_bucket", "access_grant"}
    assert "one.yaml: the transform AWS::Serverless-2016-10-31 is not carried out" in out.notes[0]
    assert "F (AWS::Serverless::Function) makes resources" in out.notes[1]


def test_it_needs_no_permission_and_feeds_what_code_feeds() -> None:
    assert COLLECTOR.permissions == ()
    assert COLLECTOR.basis == "declared"
