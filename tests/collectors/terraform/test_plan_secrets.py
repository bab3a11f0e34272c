"""Secrets of a plan: no value is kept, and it is known where each comes from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.terraform_plans import change, document, module, only, read, refers, written

from collectors.iac.code import Code
from collectors.iac.declared import Declared
from collectors.iac.value import Hidden

SECRET = "Wq7-not-for-anyone"


def database(folder: Path, expression: Any, root: dict[str, Any] | None = None, **others: Any) -> Declared:
    resource = written("aws_db_instance.d", password=expression)
    root = {**(root or {}), "resources": [resource, *(root or {}).get("resources", [])]}
    changes = [change("aws_db_instance.d", {"password": SECRET}, sensitive={"password": True})]
    return only(read(folder, document(changes, root, **others)), "aws_db_instance")


def everything_in(code: Code) -> str:
    return repr([vars(resource) | {"values": resource.values} for resource in code.resources]) + repr(code.notes)


@pytest.mark.parametrize(
    ("expression", "origin"),
    [
        ({"constant_value": SECRET}, "literal"),
        ({}, "literal"),
        (refers("var.given"), "runtime_input"),
        (refers("var.preset"), "default_value"),
        (refers("random_password.r.result"), "generated"),
        ({"references": ["data.aws_secretsmanager_secret_version.s.secret_string"]}, "secret_store_reference"),
        ({"references": ["data.aws_ssm_parameter.p.value"]}, "secret_store_reference"),
        ({"references": ["ephemeral.aws_secretsmanager_secret_version.s.secret_string"]}, "secret_store_reference"),
        ({"references": ["local.password"]}, "unknown"),
        (None, "unknown"),
    ],
)
def test_the_origin_of_a_password_is_that_of_its_expression(tmp_path: Path, expression: Any, origin: str) -> None:
    root = {"variables": {"given": {"sensitive": True}, "preset": {"default": SECRET}}}
    found = database(tmp_path, expression, root) if expression is not None else _without_configuration(tmp_path)
    assert found.values["password"] == Hidden(origin)
    assert found.origins == {"password": origin}


def _without_configuration(folder: Path) -> Declared:
    changes = [change("aws_db_instance.d", {"password": SECRET}, sensitive={"password": True})]
    return only(read(folder, document(changes, None)), "aws_db_instance")


@pytest.mark.parametrize(
    ("value", "origin"),
    [
        (SECRET, "runtime_input"),
        (f"pre-{SECRET}", "runtime_input"),
        ({"db": SECRET}, "runtime_input"),
        (None, "runtime_input"),
        ("prod", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_variable_that_only_chooses_gives_no_secret(tmp_path: Path, value: Any, origin: str) -> None:
    found = database(tmp_path, refers("var.given"), {"variables": {"given": {}}}, variables={"given": {"value": value}})
    assert found.origins == {"password": origin}


def test_a_default_that_is_overridden_is_given_at_run_time(tmp_path: Path) -> None:
    root = {"variables": {"preset": {"default": "changeme"}}}
    found = database(tmp_path, refers("var.preset"), root, variables={"preset": {"value": SECRET}})
    assert found.origins == {"password": "runtime_input"}


def test_the_default_of_a_module_counts_where_the_caller_sets_nothing(tmp_path: Path) -> None:
    inner = module(written("aws_db_instance.d", password=refers("var.pw")), variables={"pw": {"default": SECRET}})
    root = module(module_calls={"m": {"expressions": {}, "module": inner}})
    changes = [change("module.m.aws_db_instance.d", {"password": SECRET})]
    found = only(read(tmp_path, document(changes, root)), "aws_db_instance")
    assert found.origins == {"password": "default_value"}


def test_a_secret_is_followed_through_the_resource_that_stores_it(tmp_path: Path) -> None:
    stored = written("aws_secretsmanager_secret_version.v", secret_string={"constant_value": SECRET})
    found = database(tmp_path, refers("aws_secretsmanager_secret_version.v.secret_string"), module(stored))
    assert found.origins == {"password": "literal"}


def test_the_secret_in_an_address_counts_and_not_the_host_beside_it(tmp_path: Path) -> None:
    environment = [{"variables": refers("var.user", "random_password.r.result", "aws_db_instance.d.address")}]
    root = module(written("aws_lambda_function.f", environment=environment), variables={"user": {"default": "app"}})
    after = {"environment": [{"variables": {"DATABASE_URL": f"postgres://app:{SECRET}@h/db", "MODE": "fast"}}]}
    code = read(tmp_path, document([change("aws_lambda_function.f", after)], root))
    found = only(code, "aws_lambda_function")
    assert found.origins == {"environment.0.variables.DATABASE_URL": "generated"}
    assert found.values["environment"][0]["variables"]["MODE"] == "fast"


def test_an_attribute_that_the_service_made_is_hidden_and_no_secret_of_the_code(tmp_path: Path) -> None:
    root = module(written("aws_iam_access_key.k", user={"constant_value": "u"}))
    changes = [change("aws_iam_access_key.k", {"user": "u", "secret": SECRET}, actions=["no-op"])]
    found = only(read(tmp_path, document(changes, root)), "aws_iam_access_key")
    assert (found.values["secret"], found.origins) == (Hidden("generated"), {})


def test_an_argument_that_is_only_sent_counts_though_no_plan_shows_it(tmp_path: Path) -> None:
    root = module(written("aws_db_instance.d", password_wo={"constant_value": SECRET}))
    changes = [change("aws_db_instance.d", {"password_wo": None}, sensitive={"password_wo": True})]
    found = only(read(tmp_path, document(changes, root)), "aws_db_instance")
    assert found.origins == {"password_wo": "literal"}


def test_a_secret_that_is_not_set_is_none(tmp_path: Path) -> None:
    changes = [change("aws_db_instance.d", {"password": None}, sensitive={"password": True})]
    found = only(read(tmp_path, document(changes, module(written("aws_db_instance.d")))), "aws_db_instance")
    assert (found.values, found.origins) == ({}, {})


def test_credentials_of_a_provider_are_secrets(tmp_path: Path) -> None:
    content = document([], module())
    keys = {"secret_key": {"constant_value": SECRET}, "region": {"constant_value": "eu-west-1"}}
    content["configuration"]["provider_config"] = {"aws.us": {"name": "aws", "expressions": keys}}
    found = only(read(tmp_path, content), "provider")
    assert (found.address, found.origins) == ("provider.aws.us", {"secret_key": "literal"})


def test_no_value_of_a_secret_is_kept_anywhere(tmp_path: Path) -> None:
    constant = {"constant_value": SECRET}
    root = module(
        written("aws_db_instance.d", password=constant, tags={"constant_value": {"a": SECRET}}),
        written("aws_instance.i", user_data={"constant_value": f"export TOKEN={SECRET}"}),
        variables={"pw": {"default": SECRET}},
        outputs={"pw": {"sensitive": True, "expression": constant}},
    )
    state = {"values": {"root_module": {"resources": [_data(SECRET)]}, "outputs": {"pw": {"value": SECRET}}}}
    changes = [
        change("aws_db_instance.d", {"password": SECRET, "tags": {"a": SECRET}}, sensitive={"tags": True}),
        change("aws_instance.i", {"user_data": f"export TOKEN={SECRET}"}),
        change("aws_lambda_function.f", {"environment": [{"variables": {"API_KEY": SECRET}}]}),
        change("aws_ssm_parameter.p", {"type": "SecureString", "value": SECRET}),
    ]
    content = document(changes, root, prior_state=state, variables={"pw": {"value": SECRET}})
    code = read(tmp_path, content)
    assert SECRET in json.dumps(content)
    assert SECRET not in everything_in(code)


def _data(secret: str) -> dict[str, Any]:
    type_ = "aws_secretsmanager_secret_version"
    values = {"secret_string": secret, "secret_id": "s"}
    return {"address": f"data.{type_}.s", "mode": "data", "type": type_, "name": "s", "values": values}
