"""Account and region are those of the provider of a resource, as far as the plan tells them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.terraform_plans import change, document, module, read, refers, written

ACCOUNT = "111122223333"
OTHER = "444455556666"


def providers(**expressions: Any) -> dict[str, Any]:
    return {"aws": {"name": "aws", "expressions": expressions}}


def plan(provider: dict[str, Any], *changes: Any, **others: Any) -> dict[str, Any]:
    content = document(changes or [change("aws_x.x")], module(written("aws_x.x")), **others)
    content["configuration"]["provider_config"] = provider
    return content


@pytest.mark.parametrize(
    "region", [{"constant_value": "cn-north-1"}, {"references": ["var.region"]}], ids=["constant", "variable"]
)
def test_the_region_is_that_of_the_provider(tmp_path: Path, region: dict[str, Any]) -> None:
    code = read(tmp_path, plan(providers(region=region), variables={"region": {"value": "cn-north-1"}}))
    assert (code.region, code.resources[0].region) == ("cn-north-1", "cn-north-1")


def test_a_resource_with_a_provider_of_its_own_lies_elsewhere(tmp_path: Path) -> None:
    content = plan(providers(region={"constant_value": "eu-west-1"}))
    content["configuration"]["provider_config"]["aws.us"] = {
        "expressions": {
            "region": {"constant_value": "us-east-1"},
            "assume_role": [{"role_arn": {"constant_value": f"arn:aws:iam::{OTHER}:role/deploy"}}],
        }
    }
    content["configuration"]["root_module"]["resources"][0]["provider_config_key"] = "aws.us"
    code = read(tmp_path, content)
    assert (code.region, code.resources[0].region) == ("eu-west-1", "us-east-1")
    assert (code.account, code.resources[0].account) == (None, OTHER)


def test_a_resource_may_name_its_region_itself(tmp_path: Path) -> None:
    content = plan(providers(region={"constant_value": "eu-west-1"}), change("aws_x.x", {"region": "us-west-2"}))
    assert read(tmp_path, content).resources[0].region == "us-west-2"


@pytest.mark.parametrize(
    "expressions",
    [
        {"allowed_account_ids": {"constant_value": [ACCOUNT]}},
        {"assume_role": [{"role_arn": {"constant_value": f"arn:aws-cn:iam::{ACCOUNT}:role/deploy"}}]},
        {"assume_role": [{"role_arn": {"references": ["var.role"]}}]},
    ],
)
def test_the_account_is_that_of_the_provider(tmp_path: Path, expressions: dict[str, Any]) -> None:
    variables = {"role": {"value": f"arn:aws:iam::{ACCOUNT}:role/deploy"}}
    assert read(tmp_path, plan(providers(**expressions), variables=variables)).account == ACCOUNT


def test_two_allowed_accounts_tell_none(tmp_path: Path) -> None:
    allowed = {"constant_value": [ACCOUNT, OTHER]}
    assert read(tmp_path, plan(providers(allowed_account_ids=allowed))).account is None


def test_the_identity_that_planned_tells_the_account(tmp_path: Path) -> None:
    type_ = "aws_caller_identity"
    identity = {"address": f"data.{type_}.me", "mode": "data", "type": type_, "name": "me"}
    state = {"values": {"root_module": {"resources": [identity | {"values": {"account_id": ACCOUNT}}]}}}
    assert read(tmp_path, plan({}, prior_state=state)).account == ACCOUNT


@pytest.mark.parametrize(("accounts", "told"), [([ACCOUNT, ACCOUNT], ACCOUNT), ([ACCOUNT, OTHER], None)])
def test_what_is_there_already_tells_the_account_if_it_agrees(
    tmp_path: Path, accounts: list[str], told: str | None
) -> None:
    changes = [
        change(f"aws_x.x{number}", {"arn": f"arn:aws:rds:eu-west-1:{account}:db:x"}, actions=["no-op"])
        for number, account in enumerate(accounts)
    ]
    assert read(tmp_path, plan({}, *changes)).account == told


def test_the_account_that_the_user_gives_counts(tmp_path: Path) -> None:
    content = plan(providers(allowed_account_ids={"constant_value": [ACCOUNT]}))
    assert read(tmp_path, content, OTHER).account == OTHER


def test_a_provider_that_refers_to_a_resource_tells_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, plan(providers(region=refers("aws_x.x.region")))).region is None
