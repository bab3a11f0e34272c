"""Which arguments hold a secret."""

from __future__ import annotations

import base64

import pytest

from collectors.iac import secrets
from collectors.iac.secret_texts import assigns_secret, holds_secret, is_pointer
from collectors.iac.value import Unknown

VARIABLES = ("environment", "0", "variables")


@pytest.mark.parametrize(
    ("type_", "path", "secrecy"),
    [
        ("aws_db_instance", ("password",), "secret"),
        ("aws_db_instance", ("password_wo",), "secret"),
        ("aws_db_instance", ("username",), "open"),
        ("aws_db_instance", ("manage_master_user_password",), "open"),
        ("aws_redshift_cluster", ("master_password",), "secret"),
        ("aws_elasticache_replication_group", ("auth_token",), "secret"),
        ("aws_elasticache_replication_group", ("auth_token_update_strategy",), "open"),
        ("aws_elasticache_user", ("passwords", "0"), "secret"),
        ("aws_secretsmanager_secret_version", ("secret_string",), "secret"),
        ("aws_secretsmanager_secret_version", ("secret_id",), "open"),
        ("aws_kms_ciphertext", ("plaintext",), "secret"),
        ("aws_iam_access_key", ("ses_smtp_password_v4",), "secret"),
        ("aws_efs_file_system", ("creation_token",), "open"),
        ("aws_s3_bucket", ("tags", "token"), "open"),
        ("aws_cognito_user_pool_client", ("token_validity_units", "0", "access_token"), "open"),
        ("aws_opensearch_domain", ("advanced_security_options", "0", "master_user_name"), "private"),
        ("aws_instance", ("user_data",), "private"),
        ("aws_lambda_function", (*VARIABLES, "DB_PASSWORD"), "secret"),
        ("aws_lambda_function", (*VARIABLES, "stripeApiKey"), "secret"),
        ("aws_lambda_function", (*VARIABLES, "DB_SECRET_ARN"), "open"),
        ("aws_lambda_function", (*VARIABLES, "MODE"), "open"),
        ("data.aws_ssm_parameter", ("value",), "secret"),
        ("random_password", ("result",), "secret"),
    ],
)
def test_the_name_tells_even_where_the_value_is_not_known(type_: str, path: tuple[str, ...], secrecy: str) -> None:
    assert secrets.secrecy(type_, path, Unknown()) == secrecy
    assert secrets.secrecy(type_, path, "Zk4-value") == secrecy


@pytest.mark.parametrize("value", [True, 3, "", [], ["x"], {"a": "b"}])
def test_what_cannot_be_a_secret_is_none(value: object) -> None:
    assert secrets.secrecy("aws_db_instance", ("password",), value) == "open"


@pytest.mark.parametrize(
    ("siblings", "secrecy"),
    [
        ({"name": "API_TOKEN", "type": "PLAINTEXT"}, "secret"),
        ({"name": "API_TOKEN", "type": "SECRETS_MANAGER"}, "open"),
        ({"name": "MODE"}, "open"),
    ],
)
def test_the_name_in_a_pair_tells_what_its_value_is(siblings: dict[str, str], secrecy: str) -> None:
    path = ("environment", "0", "environment_variable", "0", "value")
    assert secrets.secrecy("aws_codebuild_project", path, "Zk4-value", siblings) == secrecy


@pytest.mark.parametrize(("type_", "secrecy"), [("SecureString", "secret"), ("String", "private")])
def test_a_parameter_in_clear_text_is_no_secret(type_: str, secrecy: str) -> None:
    assert secrets.secrecy("aws_ssm_parameter", ("value",), "eu-west-1", {"type": type_}) == secrecy


@pytest.mark.parametrize(
    "pointer",
    ["arn:aws:secretsmanager:x", "{{resolve:ssm:x}}", "/prod/db/password", "${file(x)}", "$DB_PASSWORD", "<a_b.c>"],
)
def test_what_only_names_a_secret_is_none_in_a_variable_and_one_in_an_argument(pointer: str) -> None:
    assert is_pointer(pointer)
    assert secrets.secrecy("aws_lambda_function", (*VARIABLES, "DB_PASSWORD"), pointer) == "open"
    assert secrets.secrecy("aws_db_instance", ("password",), pointer) == "secret"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("postgres://app:Zk4pass@db.internal/app", True),
        ("redis://:Zk4pass@cache:6379", True),
        ("postgres://app:${password}@db.internal/app", False),
        ("https://example.com:8443/path?at=noon@home", False),
        ("-----BEGIN RSA PRIVATE KEY-----\nMIIE", True),
        ("-----BEGIN CERTIFICATE-----\nMIIE", False),
    ],
)
def test_a_text_may_hold_a_secret_under_any_name(text: str, holds: bool) -> None:
    assert holds_secret(text) is holds
    assert (secrets.secrecy("aws_lambda_function", (*VARIABLES, "MODE"), text) == "secret") is holds


@pytest.mark.parametrize(
    ("script", "assigns"),
    [
        ("#!/bin/sh\nexport DB_PASSWORD=Zk4pass\n", True),
        ("api_key: Zk4-value", True),
        ("Server=db;User=app;Password=Zk4pass;", True),
        ("export DB_PASSWORD=$(aws ssm get-parameter)", False),
        ("yum install -y password-store", False),
    ],
)
@pytest.mark.parametrize("encode", [False, True])
def test_a_script_may_give_a_secret_its_value(script: str, assigns: bool, encode: bool) -> None:
    text = base64.b64encode(script.encode()).decode() if encode else script
    assert assigns_secret(text) is assigns
    assert secrets.secrecy("aws_instance", ("user_data",), text) == ("secret" if assigns else "private")


@pytest.mark.parametrize(
    ("text", "secrecy"),
    [
        ('[{"environment": [{"name": "DB_PASSWORD", "value": "Zk4pass"}]}]', "secret"),
        ('[{"secrets": [{"name": "DB_PASSWORD", "valueFrom": "arn:aws:x"}]}]', "private"),
        ('[{"environment": [{"name": "DB_PASSWORD", "value": "arn:aws:x"}]}]', "private"),
        ('{"environment": null}', "private"),
        ("no json", "private"),
    ],
)
def test_containers_are_looked_into(text: str, secrecy: str) -> None:
    assert secrets.secrecy("aws_ecs_task_definition", ("container_definitions",), text) == secrecy
