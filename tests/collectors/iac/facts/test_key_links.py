"""Which key an argument means."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import known_later, resource

from collectors.iac.code import Code
from collectors.iac.declared import Declared
from collectors.iac.facts.encryption_key import is_provider_key, key_of
from collectors.iac.value import Hidden, Reference, Unknown

ACCOUNT, REGION = "210987654321", "eu-central-1"
ARN = f"arn:aws:kms:{REGION}:{ACCOUNT}:key/1a2b"
KEY = resource("aws_kms_key.k")
THERE = resource("aws_kms_key.there", "no-op", key_id="1a2b", arn=ARN)
ALIAS = resource("aws_kms_alias.a", name="alias/crm", target_key_id=known_later("aws_kms_key.k", "key_id"))


def data(address: str, **values: Any) -> Declared:
    made = resource(address, "read", **values)
    return Declared("data." + address.split(".")[1], address, made.arguments, made.place, "read")


def meant(value: Any, *others: Declared, **about: Any) -> object:
    user = resource("aws_db_instance.d", kms_key_id=value)
    code = Code([KEY, THERE, ALIAS, user, *others], **{"account": ACCOUNT, "region": REGION, **about})
    return key_of(code, user, value, "kms_key_id")


def test_nothing_names_no_key() -> None:
    assert meant(None) is None
    assert meant("") is None


@pytest.mark.parametrize(
    "value",
    [
        known_later("aws_kms_key.k", "arn"),
        known_later("aws_kms_alias.a", "arn"),
        known_later("aws_kms_alias.a", "target_key_arn"),
        "alias/crm",
        f"arn:aws:kms:{REGION}:{ACCOUNT}:alias/crm",
        "<aws_kms_key.k.arn>",
        "arn:aws:kms:eu-central-1:<AWS.AccountId>:key/<aws_kms_key.k.key_id>",
        known_later("data.aws_kms_alias.d", "target_key_arn"),
    ],
)
def test_a_key_of_the_code_is_found(value: Any) -> None:
    assert meant(value, data("data.aws_kms_alias.d", name="alias/crm")) == "tf:aws_kms_key.k"


@pytest.mark.parametrize("value", [ARN, "1a2b", known_later("data.aws_kms_key.d", "arn")])
def test_a_key_that_is_there_is_found(value: Any) -> None:
    found = meant(value, data("data.aws_kms_key.d", key_id="1a2b", arn=ARN))
    assert found == f"aws:{ACCOUNT}:{REGION}:kms:key/1a2b"


@pytest.mark.parametrize(
    "value",
    [
        "arn:aws:kms:eu-central-1:999900001111:key/9z",
        "alias/elsewhere",
        "arn:aws:kms:eu-central-1:999900001111:alias/crm",
        "arn:aws:kms:us-east-1:210987654321:alias/crm",
    ],
)
def test_a_key_outside_the_code_stays_as_it_is_written(value: str) -> None:
    assert meant(value) == value


def test_a_key_that_is_looked_up_stays_as_it_was_found() -> None:
    looked_up = data("data.aws_kms_key.d", key_id="alias/elsewhere", arn="arn:aws:kms:eu-central-1:210987654321:key/9z")
    assert meant(known_later("data.aws_kms_key.d", "arn"), looked_up) == "arn:aws:kms:eu-central-1:210987654321:key/9z"
    alias = data("data.aws_kms_alias.d", name="alias/elsewhere")
    assert meant(known_later("data.aws_kms_alias.d", "target_key_arn"), alias) == "alias/elsewhere"


@pytest.mark.parametrize(
    "value",
    [
        "alias/aws/rds",
        "arn:aws:kms:eu-central-1:210987654321:alias/aws/rds",
        known_later("data.aws_kms_alias.rds", "target_key_arn"),
        known_later("data.aws_kms_key.rds", "arn"),
    ],
)
def test_the_key_of_the_provider_is_its_alias(value: Any) -> None:
    alias = data("data.aws_kms_alias.rds", name="alias/aws/rds", target_key_arn="arn:aws:kms:r:1:key/managed")
    looked_up = data("data.aws_kms_key.rds", key_id="alias/aws/rds", arn="arn:aws:kms:r:1:key/managed")
    found = meant(value, alias, looked_up)
    assert found == "alias/aws/rds"
    assert is_provider_key(str(found))


def test_of_two_aliases_of_one_name_that_of_the_region_is_meant() -> None:
    elsewhere = resource("aws_kms_key.far")
    far = resource("aws_kms_alias.far", name="alias/crm", target_key_id=known_later("aws_kms_key.far"))
    far = Declared(far.type, far.address, far.arguments, far.place, region="us-east-1")
    assert meant("alias/crm", elsewhere, far) == "tf:aws_kms_key.k"


def test_one_of_several_keys_is_not_known() -> None:
    either = Unknown(references=(Reference("aws_kms_key.k", "arn"), Reference("aws_kms_key.there", "arn")))
    assert isinstance(meant(either), Unknown)


@pytest.mark.parametrize("value", [Unknown(), Hidden("literal"), known_later("data.aws_kms_key.d", "arn")])
def test_what_is_not_known_stays_so(value: Any) -> None:
    assert isinstance(meant(value, data("data.aws_kms_key.d")), Unknown)


def test_aliases_that_lead_in_a_circle_end() -> None:
    loop = resource("aws_kms_alias.loop", name="alias/loop", target_key_id="alias/loop")
    assert meant("alias/loop", loop) == "alias/loop"
