"""The shipped extract of policies that AWS manages, and what it says when principals are compared."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.identity_policies import allow, deny

from collectors.aws import permissions
from collectors.aws.permissions import Rights, Unread, definition, exceeds, level_of, managed_name

TABLE = Path(permissions.__file__).with_name("managed_policies.yaml")


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("AdministratorAccess", "all"),
        ("PowerUserAccess", "all"),
        ("IAMFullAccess", "service"),
        ("AmazonS3FullAccess", "service"),
        ("AWSLambda_FullAccess", "service"),
        ("ReadOnlyAccess", "none"),
        ("SecurityAudit", "none"),
        ("AWSLambdaBasicExecutionRole", "none"),
    ],
)
def test_widths_of_well_known_policies(name: str, level: str) -> None:
    held = definition(name)
    assert held is not None
    assert level_of(held, Rights(held)) == level


def test_the_table_tells_its_source_and_day_and_names_each_policy_once() -> None:
    table: dict[str, Any] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    assert table["source"]
    assert date.fromisoformat(table["as_of"])
    assert not set(table["holds"]) & set(table["holds_none"])
    assert all(definition(name) for name in table["holds"])


def test_a_policy_that_is_not_in_the_table_has_no_definition() -> None:
    assert definition("UnheardOf") is None


@pytest.mark.parametrize(
    ("arn", "name"),
    [
        ("arn:aws:iam::aws:policy/ReadOnlyAccess", "ReadOnlyAccess"),
        ("arn:aws-cn:iam::aws:policy/service-role/X", "X"),
        ("arn:<AWS::Partition>:iam::aws:policy/job-function/Y", "Y"),
        ("arn:aws:iam::111122223333:policy/ReadOnlyAccess", None),
        ("ReadOnlyAccess", None),
    ],
)
def test_a_policy_of_aws_is_told_by_its_arn(arn: str, name: str | None) -> None:
    assert managed_name(arn) == name


@pytest.mark.parametrize(
    ("theirs", "mine", "answer"),
    [
        (Rights([allow("s3:GetObject")]), Rights([allow("s3:*")]), False),
        (Rights([allow("s3:*")]), Rights([allow("s3:GetObject")]), True),
        (Rights([allow("s3:*", "arn:aws:s3:::b")]), Rights([allow("s3:*", "arn:aws:s3:::b*")]), False),
        (Rights([allow(NotAction="iam:*", Resource="*")]), Rights([allow("s3:*")]), True),
        (Rights([]), Rights([]), False),
        (Rights([], unread=Unread("denied")), Rights([]), None),
        (Rights([], is_extract=True), Rights([]), None),
        (Rights([allow("s3:*"), deny("s3:*")]), Rights([]), None),
        (Rights([allow("s3:*")]), Rights([allow("*")], boundary=[allow("ec2:*")]), None),
    ],
)
def test_rights_beyond_those_of_another(theirs: Rights, mine: Rights, answer: bool | None) -> None:
    assert exceeds(theirs, mine) is answer
