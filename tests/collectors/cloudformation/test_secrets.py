from __future__ import annotations

from pathlib import Path

import pytest
from support.templates import code, collected, one

from collectors.iac.value import Hidden

_TEMPLATE = """
    Parameters:
      Asked: {Type: String, NoEcho: true}
      Default: {Type: String, Default: changeme-1}
      User: {Type: String, Default: app}
    Mappings: {Words: {prod: {word: mapped-secret-1}}}
    Resources:
      Store: {Type: "AWS::SecretsManager::Secret", Properties: {GenerateSecretString: {}}}
      Db:
        Type: AWS::RDS::DBInstance
        Properties: {Engine: mysql, MasterUserPassword: %s}
"""


@pytest.mark.parametrize(
    ("written", "origin"),
    [
        ("literal-secret-1", "literal"),
        ("!Ref Asked", "runtime_input"),
        ("!Ref Default", "default_value"),
        ("!FindInMap [Words, prod, word]", "literal"),
        ('!Sub "${Default}-x"', "default_value"),
        ('!Sub "{{resolve:secretsmanager:${Store}:SecretString:password}}"', "secret_store_reference"),
        ("'{{resolve:ssm-secure:/db}}'", "secret_store_reference"),
        ('!Sub "x-${Asked}"', "runtime_input"),
        ("!GetAtt Store.Other", "unknown"),
        ("!ImportValue word", "unknown"),
    ],
)
def test_a_password_is_hidden_and_its_origin_kept(written: str, origin: str, tmp_path: Path) -> None:
    database = one(code(_TEMPLATE % written, tmp_path), "aws_db_instance")
    assert database.values["password"] == Hidden(origin)
    assert database.origins == {"password": origin}


def test_a_secret_that_the_service_makes_is_generated(tmp_path: Path) -> None:
    version = one(code(_TEMPLATE % "!Ref Asked", tmp_path), "aws_secretsmanager_secret_version")
    assert version.origins == {"secret_string": "generated"}


def test_a_given_value_is_a_runtime_input(tmp_path: Path) -> None:
    found = code(_TEMPLATE % "!Ref Asked", tmp_path, parameters={"Asked": "given-secret-1"})
    assert one(found, "aws_db_instance").origins == {"password": "runtime_input"}


def test_variables_and_types_without_a_table_are_looked_through(tmp_path: Path) -> None:
    found = code(
        """
        Resources:
          Run:
            Type: AWS::Lambda::Function
            Properties: {Environment: {Variables: {DB_PASSWORD: literal-1, MODE: fast}}}
          Broker:
            Type: AWS::AmazonMQ::Broker
            Properties: {Users: [{Username: a, Password: literal-2}]}
          Build:
            Type: AWS::CodeBuild::Project
            Properties: {Environment: {EnvironmentVariables: [{Name: API_TOKEN, Value: literal-3}]}}
        """,
        tmp_path,
    )
    assert one(found, "aws_lambda_function").origins == {"environment.0.variables.DB_PASSWORD": "literal"}
    assert one(found, "aws_lambda_function").values["environment"][0]["variables"]["MODE"] == "fast"
    assert one(found, "AWS::AmazonMQ::Broker").origins == {"users.0.password": "literal"}
    assert one(found, "aws_codebuild_project").origins == {"environment.0.environment_variable.0.value": "literal"}


def test_no_secret_is_written(tmp_path: Path) -> None:
    file = tmp_path / "template.yaml"
    file.write_text(_TEMPLATE % "{'Fn::Sub': 'literal-${Default}'}", encoding="utf-8")
    out = collected(file, parameters={"Asked": "given-secret-1"})
    assert out.records["credential"]
    assert not any(secret in out.text() for secret in ("literal-", "changeme-1", "mapped-secret-1", "given-secret-1"))


def test_a_malformed_template_is_not_quoted(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="is not well-formed") as caught:
        code('Resources: {Db: {Password: "quoted-secret-1\\q"', tmp_path)
    assert "quoted-secret" not in str(caught.value)
