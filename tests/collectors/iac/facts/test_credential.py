"""Secrets in code: where their values come from."""

from __future__ import annotations

import pytest
from support.declared_backups import why
from support.output import MemoryOutput
from support.stating import only, stated

from collectors.iac.block import Block
from collectors.iac.code import Code
from collectors.iac.declared import Declared
from collectors.iac.facts import credential
from collectors.iac.value import Hidden

PLACE = {"path": "main.tf", "line": 7, "address": "aws_db_instance.db"}


def holding(origins: dict[str, str], type_: str = "aws_db_instance") -> Declared:
    values = {path: Hidden(origin) for path, origin in origins.items()}
    return Declared(type_, "aws_db_instance.db", Block(values), PLACE, origins=origins)


@pytest.mark.parametrize("origin", ["literal", "default_value", "runtime_input", "generated", "secret_store_reference"])
def test_a_secret_states_where_its_value_comes_from(origin: str) -> None:
    found = only(credential, holding({"password": origin}))
    assert found["value_source"] == origin
    assert found["code_address"] == found["name"] == "aws_db_instance.db.password"
    assert found["place"] == PLACE


def test_a_secret_of_which_nobody_knows_the_origin_is_unread() -> None:
    assert why(only(credential, holding({"password": "unknown"})), "value_source") == "not_in_source"


def test_each_argument_of_any_type_is_a_record() -> None:
    paths = {"environment.0.variables.DB_PASSWORD": "literal", "auth_token": "generated"}
    found = stated(credential, holding(paths, "aws_lambda_function"))
    assert [record["id"] for record in found] == [f"tf:aws_db_instance.db.{path}" for path in sorted(paths)]


@pytest.mark.parametrize(
    ("path", "kind"),
    [("master_password", "password"), ("auth_token", "token"), ("secret_key", "access_key"), ("secret_string", None)],
)
def test_the_name_of_the_argument_tells_the_kind(path: str, kind: str | None) -> None:
    assert only(credential, holding({path: "literal"})).get("kind") == kind


def test_a_secret_in_code_is_no_key_of_an_account() -> None:
    assert only(credential, holding({"password": "literal"}))["account_id"] == "none"


def test_what_holds_no_secret_makes_no_record() -> None:
    assert stated(credential, holding({})) == []


def test_code_that_was_read_in_part_may_hold_further_secrets() -> None:
    out = MemoryOutput()
    credential.build(Code([], complete=False), out)
    assert out.incomplete_kinds == {"credential": ("partial", "")}
