"""Secrets in HCL: no value is kept, and it is known where each comes from."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.terraform_folders import at, read

from collectors.iac.value import Hidden

SECRET = "Wq7-not-for-anyone"
HEAD = f"""
variable "given" {{
  sensitive = true
}}
variable "preset" {{
  default = "{SECRET}"
}}
variable "assigned" {{}}
variable "mode" {{}}
locals {{
  password = "{SECRET}"
}}
resource "random_password" "r" {{
  length = 20
}}
data "aws_secretsmanager_secret_version" "s" {{
  secret_id = "db"
}}
"""


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        (f'"{SECRET}"', "literal"),
        ("local.password", "literal"),
        ("var.assigned", "literal"),
        ("var.given", "runtime_input"),
        (f'var.mode == "prod" ? "{SECRET}" : var.given', "literal"),
        (f'coalesce(var.given, "{SECRET}")', "literal"),
        (f'var.mode == "prod" ? var.given : try(lookup(var.given, "a", "{SECRET}"), "")', "literal"),
        ('var.mode == "prod" ? var.given : ""', "runtime_input"),
        ('coalesce(var.given, "")', "runtime_input"),
        ("var.preset", "default_value"),
        ("random_password.r.result", "generated"),
        ("data.aws_secretsmanager_secret_version.s.secret_string", "secret_store_reference"),
        ("jsondecode(data.aws_secretsmanager_secret_version.s.secret_string).p", "secret_store_reference"),
    ],
)
def test_the_origin_of_a_password_is_that_of_its_expression(tmp_path: Path, text: str, origin: str) -> None:
    main = f'{HEAD}resource "aws_db_instance" "d" {{\n  password = {text}\n}}\n'
    code = read(tmp_path, main, terraform__tfvars=f'assigned = "{SECRET}"\n')
    database = at(code, "aws_db_instance.d")
    assert (database.values["password"], database.origins) == (Hidden(origin), {"password": origin})
    assert SECRET not in repr([(vars(resource), resource.values) for resource in code.resources])


def test_secrets_are_found_in_variables_of_programs(tmp_path: Path) -> None:
    main = f"""{HEAD}resource "aws_lambda_function" "f" {{
  environment {{
    variables = {{
      DB_PASSWORD  = "{SECRET}"
      DATABASE_URL = "postgres://app:${{var.preset}}@db/app"
      MODE         = "fast"
      TOKEN_ARN    = aws_secretsmanager_secret.s.arn
    }}
  }}
}}
resource "aws_secretsmanager_secret" "s" {{
}}
"""
    function = at(read(tmp_path, main, terraform__tfvars='assigned = ""\n'), "aws_lambda_function.f")
    assert function.origins == {
        "environment.0.variables.DB_PASSWORD": "literal",
        "environment.0.variables.DATABASE_URL": "default_value",
    }
    assert function.values["environment"][0]["variables"]["MODE"] == "fast"
    assert SECRET not in repr(function.values)


def test_what_a_sensitive_variable_gives_is_hidden_under_any_name(tmp_path: Path) -> None:
    main = f'{HEAD}resource "aws_db_instance" "d" {{\n  username = var.given\n}}\n'
    code = read(tmp_path, main, terraform__tfvars='given = "somebody"\nassigned = ""\n')
    assert at(code, "aws_db_instance.d").values["username"] == Hidden("literal")


def test_credentials_of_a_provider_are_secrets(tmp_path: Path) -> None:
    code = read(tmp_path, f'provider "aws" {{\n  secret_key = "{SECRET}"\n}}\n')
    assert at(code, "provider.aws").origins == {"secret_key": "literal"}
