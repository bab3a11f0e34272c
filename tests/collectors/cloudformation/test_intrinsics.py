from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.templates import code, values

from collectors.iac.value import Hidden, Reference, Unknown

_ABOUT = """
    Parameters:
      Env: {Type: String, Default: prod}
      Asked: {Type: String}
      Ranges: {Type: CommaDelimitedList, Default: "10.0.0.0/8, 172.16.0.0/12"}
    Mappings:
      Sizes: {prod: {keep: 30, listed: [a, b]}, test: {keep: 1}}
    Resources:
      Key: {Type: "AWS::KMS::Key"}
      Named: {Type: "AWS::S3::Bucket", Properties: {BucketName: named-docs}}
      Unnamed: {Type: "AWS::S3::Bucket"}
      Group:
        Type: AWS::Logs::LogGroup
        Properties: {LogGroupName: %s}
"""


def _value(expression: str, folder: Path, **deployment: Any) -> Any:
    return values(code(_ABOUT % expression, folder, **deployment), "aws_cloudwatch_log_group").get("name")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("!Ref Env", "prod"),
        ("!Ref Ranges", ["10.0.0.0/8", "172.16.0.0/12"]),
        ("!Ref Named", "named-docs"),
        ("!GetAtt Named.Arn", "arn:aws:s3:::named-docs"),
        ('!Sub "${Env}-${Named}"', "prod-named-docs"),
        ('!Sub ["${x}-${!kept}", {x: !Ref Env}]', "prod-${kept}"),
        ("!Join ['/', [a, !Ref Env, 3, true]]", "a/prod/3/true"),
        ("!FindInMap [Sizes, !Ref Env, keep]", 30),
        ("!FindInMap [Sizes, none, keep, {DefaultValue: 7}]", 7),
        ("!Select [1, !Ref Ranges]", "172.16.0.0/12"),
        ("!Select [0, !Split ['.', a.b.c]]", "a"),
        ("!Base64 hello", "aGVsbG8="),
        ("!Select [1, !Cidr [10.0.0.0/16, 4, 8]]", "10.0.1.0/24"),
        ("{'Fn::Length': !Ref Ranges}", 2),
        ("{'Fn::ToJsonString': {a: !Ref Env}}", '{"a": "prod"}'),
        ('!Sub "${AWS::Partition} ${AWS::URLSuffix}"', "aws amazonaws.com"),
    ],
)
def test_functions_give_what_the_template_settles(expression: str, expected: object, tmp_path: Path) -> None:
    assert _value(expression, tmp_path) == expected


@pytest.mark.parametrize(
    "expression",
    [
        "!Ref Asked",
        '!Sub "${Asked}-x"',
        "!Join ['', [a, !Ref Asked]]",
        "!Select [0, !Split [',', !Ref Asked]]",
        "!FindInMap [Sizes, !Ref Asked, keep]",
        "!ImportValue other",
        "!GetAZs us-east-1",
        "!Ref Nowhere",
        "!GetAtt Nowhere.Arn",
        "{'Fn::Transform': {Name: Make}}",
        "{'Fn::Invented': 1}",
        "!FindInMap [Sizes, none, keep]",
        "!Select [9, !Ref Ranges]",
        "!Select [0, [!Ref Asked]]",
        "!Cidr [none, 1]",
        "!Join [a]",
        "!Sub [1, 2, 3]",
        '"{{resolve:ssm:/plain}}"',
        "!Ref AWS::StackName",
    ],
)
def test_what_the_template_does_not_settle_is_unknown(expression: str, tmp_path: Path) -> None:
    assert isinstance(_value(expression, tmp_path), Unknown)


@pytest.mark.parametrize(
    ("expression", "reference"),
    [
        ("!Ref Key", Reference("Key", "id")),
        ("!GetAtt Key.Arn", Reference("Key", "arn")),
        ("!GetAtt [Unnamed, Arn]", Reference("Unnamed", "arn")),
        ('!Sub "${Unnamed.Arn}/*"', Reference("Unnamed", "arn")),
        ("!Join ['', [!Ref Unnamed, x]]", Reference("Unnamed", "id")),
    ],
)
def test_a_resource_that_is_named_is_referred_to(expression: str, reference: Reference, tmp_path: Path) -> None:
    value = _value(expression, tmp_path)
    assert isinstance(value, Unknown)
    assert value.references == (reference,)


def test_no_value_removes_a_property(tmp_path: Path) -> None:
    assert _value('!Ref "AWS::NoValue"', tmp_path) is None


def test_account_region_and_partition_come_from_the_deployment(tmp_path: Path) -> None:
    text = '!Sub "${AWS::AccountId}/${AWS::Region}/${AWS::Partition}/${AWS::URLSuffix}"'
    given = _value(text, tmp_path, account="123456789012", region="cn-north-1")
    assert given == "123456789012/cn-north-1/aws-cn/amazonaws.com.cn"


@pytest.mark.parametrize(
    "expression",
    [
        '"{{resolve:secretsmanager:db:SecretString:password}}"',
        '"{{resolve:ssm-secure:/db:1}}"',
        '!Sub "{{resolve:secretsmanager:${Key}:SecretString:password}}"',
        "!Join ['', ['{{resolve:secretsmanager:', !Ref Key, ':SecretString:password}}']]",
    ],
)
def test_a_dynamic_reference_to_a_secret_is_secret(expression: str, tmp_path: Path) -> None:
    assert _value(expression, tmp_path) == Hidden("secret_store_reference")


def test_inside_documents_tokens_stand_for_what_is_not_known(tmp_path: Path) -> None:
    found = code(
        """
        Parameters: {Partner: {Type: String}}
        Resources:
          Role: {Type: "AWS::IAM::Role", Properties: {AssumeRolePolicyDocument: {Statement: []}}}
          Docs: {Type: "AWS::S3::Bucket"}
          Policy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Docs
              PolicyDocument:
                Version: 2012-10-17
                Statement:
                  - Principal: {AWS: [!GetAtt Role.Arn, !Sub "arn:aws:iam::${AWS::AccountId}:root", !Ref Partner]}
                    Resource: [!Sub "${Docs.Arn}/*", !Join ["/", [!GetAtt Docs.Arn, x]]]
        """,
        tmp_path,
    )
    document = json.loads(values(found, "aws_s3_bucket_policy")["policy"])
    statement = document["Statement"][0]
    own = "arn:aws:iam::<data.aws_caller_identity.current.account_id>:root"
    assert document["Version"] == "2012-10-17"
    assert statement["Principal"]["AWS"] == ["<Role.arn>", own, "<?>"]
    assert statement["Resource"] == ["<Docs.arn>/*", "<Docs.arn>/x"]
