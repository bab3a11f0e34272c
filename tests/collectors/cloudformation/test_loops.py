from __future__ import annotations

from pathlib import Path

import pytest
from support.templates import code, one

from collectors.cloudformation.template import TemplateFailed

_LOOP = """
    Transform: AWS::LanguageExtensions
    Parameters: {Names: {Type: CommaDelimitedList, %s}}
    Resources:
      Key: {Type: "AWS::KMS::Key"}
      Fn::ForEach::Buckets:
        - Name
        - %s
        - "${Name}Docs":
            Type: AWS::S3::Bucket
            Properties: {BucketName: !Sub "app-${Name}", Tags: [{Key: who, Value: !Ref Name}]}
"""


def test_a_loop_is_written_out_on_its_line(tmp_path: Path) -> None:
    found = code(_LOOP % ("Default: 'a,b'", "!Ref Names"), tmp_path)
    assert [bucket.address for bucket in found.of("aws_s3_bucket")] == ["aDocs", "bDocs"]
    assert [bucket.values["bucket"] for bucket in found.of("aws_s3_bucket")] == ["app-a", "app-b"]
    assert found.of("aws_s3_bucket")[1].values["tags"] == {"who": "b"}
    assert found.of("aws_s3_bucket")[0].place["line"] == 6
    assert found.complete


def test_loops_inside_loops_and_properties_are_written_out(tmp_path: Path) -> None:
    found = code(
        """
        Transform: [AWS::LanguageExtensions]
        Resources:
          Fn::ForEach::Outer:
            - A
            - [x, y]
            - Fn::ForEach::Inner:
                - B
                - ["1.0", "2.0"]
                - "L${A}&{B}": {Type: "AWS::Logs::LogGroup", Properties: {LogGroupName: !Sub "${A}/${B}"}}
        """,
        tmp_path,
    )
    assert [group.address for group in found.of("aws_cloudwatch_log_group")] == ["Lx10", "Lx20", "Ly10", "Ly20"]
    assert found.of("aws_cloudwatch_log_group")[3].values["name"] == "y/2.0"


def test_a_loop_over_what_is_not_known_leaves_the_code_incomplete(tmp_path: Path) -> None:
    found = code(_LOOP % ("Description: none", "!Ref Names"), tmp_path)
    assert one(found, "aws_kms_key").address == "Key"
    assert not found.complete
    assert found.notes[0] == "template.yaml: the loop Buckets runs over values that are not known"


def test_a_loop_among_the_outputs_is_no_trouble(tmp_path: Path) -> None:
    text = _LOOP % ("Default: a", "!Ref Names")
    outputs = '    Outputs: {"Fn::ForEach::Out": [N, [a], {"${N}Out": {Value: !Ref Key}}]}\n'
    assert one(code(text + outputs, tmp_path), "aws_s3_bucket").address == "aDocs"


def test_a_secret_list_is_not_written_out(tmp_path: Path) -> None:
    found = code(_LOOP % ("NoEcho: true, Default: 'a,b'", "!Ref Names"), tmp_path)
    assert not found.complete


def test_a_loop_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateFailed, match=r":6: Fn::ForEach::Buckets is no loop"):
        code((_LOOP % ("Default: a", "!Ref Names")).replace("        - Name\n", ""), tmp_path)


def test_loops_cannot_multiply_without_end(tmp_path: Path) -> None:
    body = '"X${A0}": {Type: "AWS::S3::Bucket"}'
    for n in range(7):
        body = f'"Fn::ForEach::L{n}": [A{n}, [a, b, c, d, e, f, g, h, i, j], {{{body}}}]'
    with pytest.raises(TemplateFailed, match="loops make more than"):
        code(f"Resources: {{{body}}}", tmp_path)
