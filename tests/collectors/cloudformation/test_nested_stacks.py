from __future__ import annotations

from pathlib import Path

from support.templates import code, one, scenarios, values

from collectors.iac.value import Reference, Unknown

_INNER = """
Parameters: {Name: {Type: String}, KeyArn: {Type: String}, Word: {Type: String, NoEcho: true}}
Conditions: {Long: !Equals [!Ref Name, docs]}
Resources:
  Docs:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub "${Name}-inner"
      BucketEncryption:
        ServerSideEncryptionConfiguration: [{ServerSideEncryptionByDefault: {KMSMasterKeyID: !Ref KeyArn}}]
  Group: {Type: "AWS::Logs::LogGroup", Properties: {RetentionInDays: !If [Long, 365, 1]}}
Outputs: {Bucket: {Value: !Ref Docs}, Log: {Value: !GetAtt Group.Arn}}
"""
_OUTER = """
    Resources:
      Key: {Type: "AWS::KMS::Key"}
      Inner:
        Type: AWS::CloudFormation::Stack
        Properties:
          TemplateURL: ./parts/inner.yaml
          Parameters: {Name: docs, KeyArn: !GetAtt Key.Arn, Word: literal-secret-1}
      Trail:
        Type: AWS::CloudTrail::Trail
        Properties: {S3BucketName: !GetAtt Inner.Outputs.Bucket, CloudWatchLogsLogGroupArn: !GetAtt Inner.Outputs.Log}
"""


def _inner(folder: Path, text: str = _INNER) -> None:
    (folder / "parts").mkdir()
    (folder / "parts" / "inner.yaml").write_text(text, encoding="utf-8")


def test_a_nested_template_beside_is_read_with_what_it_is_given(tmp_path: Path) -> None:
    _inner(tmp_path)
    found = code(_OUTER, tmp_path)
    bucket = one(found, "aws_s3_bucket")
    assert (bucket.address, bucket.values["bucket"]) == ("Inner.Docs", "docs-inner")
    assert bucket.place == {"path": "parts/inner.yaml", "line": 5, "address": "Inner.Docs"}
    assert values(found, "aws_cloudwatch_log_group")["retention_in_days"] == 365
    assert found.complete


def test_references_cross_the_border_of_a_stack(tmp_path: Path) -> None:
    _inner(tmp_path)
    found = code(_OUTER, tmp_path)
    (rule,) = values(found, "aws_s3_bucket_server_side_encryption_configuration")["rule"]
    key = rule["apply_server_side_encryption_by_default"][0]["kms_master_key_id"]
    assert key.references == (Reference("Key", "arn"),)
    trail = one(found, "aws_cloudtrail").values
    assert trail["s3_bucket_name"] == "docs-inner"
    assert trail["cloud_watch_logs_group_arn"].references == (Reference("Inner.Group", "arn"),)


def test_what_is_open_in_a_nested_stack_stays_open(tmp_path: Path) -> None:
    _inner(tmp_path)
    outer = _OUTER.replace("Name: docs", "Name: !Ref Asked").replace(
        "    Resources:", "    Parameters: {Asked: {Type: String}}\n    Resources:"
    )
    ((_, found),) = scenarios(outer, tmp_path)
    assert isinstance(values(found, "aws_cloudwatch_log_group")["retention_in_days"], Unknown)


def test_a_template_that_lies_elsewhere_leaves_the_code_incomplete(tmp_path: Path) -> None:
    for url in ("https://bucket.s3.amazonaws.com/inner.yaml", "parts/inner.yaml", "!Ref Where", "/etc/passwd"):
        found = code(_OUTER.replace("./parts/inner.yaml", url), tmp_path)
        assert not found.complete
        assert "the nested stack Inner is not read" in found.notes[0]


def test_a_nested_template_that_is_broken_is_named(tmp_path: Path) -> None:
    _inner(tmp_path, "Resources: {A: [")
    found = code(_OUTER, tmp_path)
    assert not found.complete
    assert "parts/inner.yaml:2: is not well-formed" in found.notes[0]


def test_stacks_that_nest_themselves_end(tmp_path: Path) -> None:
    found = code(_OUTER.replace("./parts/inner.yaml", "template.yaml"), tmp_path)
    assert not found.complete
    assert any("nested too deep, or in a circle" in note for note in found.notes)
