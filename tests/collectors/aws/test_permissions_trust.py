"""Whom a trust policy lets assume a role, and on what condition."""

from __future__ import annotations

from typing import Any

import pytest
from support.identity_policies import trust

from collectors.aws.permissions import Trusted, trusted

OUTSIDE = {"AWS": "arn:aws:iam::555566667777:root"}
ID = {"sts:ExternalId": "agreed"}
ORGANIZATION = {"aws:PrincipalOrgID": "o-abc123"}


def only(*statements: Any) -> Trusted:
    (found,) = trusted(statements)
    return found


def needs(*statements: Any) -> tuple[bool | None, bool | None]:
    found = only(*statements)
    return found.needs_external_id, found.needs_organization


@pytest.mark.parametrize(
    ("principal", "sort"),
    [
        (OUTSIDE, "account"),
        ({"AWS": "555566667777"}, "account"),
        ({"Service": "ec2.amazonaws.com"}, "service"),
        ({"Federated": "cognito-identity.amazonaws.com"}, "federated"),
        ({"AWS": "*"}, "any"),
        ("*", "any"),
    ],
)
def test_sorts_of_principals(principal: Any, sort: str) -> None:
    assert only(trust(principal)).sort == sort


@pytest.mark.parametrize(
    "conditions",
    [
        {"StringEquals": ID},
        {"StringLike": ID},
        {"StringEquals": {"STS:externalid": ["agreed", "old"]}, "Bool": {"aws:MultiFactorAuthPresent": "true"}},
    ],
)
def test_an_external_id_is_demanded(conditions: Any) -> None:
    assert needs(trust(OUTSIDE, **conditions)) == (True, False)


@pytest.mark.parametrize(
    "conditions",
    [
        {},
        {"StringLike": {"sts:ExternalId": "*"}},
        {"StringEqualsIfExists": ID},
        {"StringNotEquals": ID},
        {"StringEquals": {"sts:ExternalId": ""}},
        {"Null": {"sts:ExternalId": "false"}},
        {"ForAllValues:StringEquals": ID},
        {"StringEquals": {"aws:PrincipalTag/id": "agreed"}},
    ],
)
def test_none_is_demanded(conditions: Any) -> None:
    assert needs(trust(OUTSIDE, **conditions)) == (False, False)


def test_a_value_that_is_not_known_decides_nothing() -> None:
    assert needs(trust(OUTSIDE, StringEquals={"sts:ExternalId": "<random_uuid.a.result>"})) == (None, False)
    assert needs(trust(OUTSIDE, StringEquals={"aws:PrincipalOrgID": "<var.organization>"})) == (False, None)


@pytest.mark.parametrize("value", ["o-abc123", "<data.aws_organizations_organization.this.id>"])
def test_the_organisation_is_demanded(value: str) -> None:
    assert needs(trust("*", StringEquals={"aws:PrincipalOrgID": value})) == (False, True)


def test_an_organisation_that_is_not_fixed_is_none() -> None:
    assert needs(trust("*", StringLike={"aws:PrincipalOrgID": "o-*"})) == (False, False)


def test_a_denial_to_all_others_is_a_demand() -> None:
    guard = trust("*", effect="Deny", StringNotEquals=ORGANIZATION)
    assert needs(trust("*"), guard) == (False, True)
    assert needs(trust(OUTSIDE), trust("*", effect="Deny", StringNotEquals=ID)) == (True, False)
    services: dict[str, Any] = {"StringNotEquals": ORGANIZATION, "Bool": {"aws:PrincipalIsAWSService": "false"}}
    assert needs(trust("*"), trust("*", effect="Deny", **services)) == (False, True)
    mixed: dict[str, Any] = {"StringNotEquals": ORGANIZATION, "Bool": {"aws:MultiFactorAuthPresent": "false"}}
    assert needs(trust("*"), trust("*", effect="Deny", **mixed)) == (False, False)


def test_whoever_is_denied_without_condition_is_not_trusted() -> None:
    assert trusted([trust(OUTSIDE), trust(OUTSIDE, effect="Deny")]) == []
    assert trusted([trust(OUTSIDE), trust("*", effect="Deny")]) == []


def test_the_weakest_statement_on_a_principal_counts() -> None:
    assert needs(trust(OUTSIDE, StringEquals=ID), trust(OUTSIDE)) == (False, False)


def test_everybody_of_one_account_is_that_account() -> None:
    found = only(trust("*", StringEquals={"aws:PrincipalAccount": "555566667777"}))
    assert (found.sort, found.principal) == ("account", "555566667777")


def test_everybody_from_one_network_is_not_everybody() -> None:
    assert only(trust("*", StringEquals={"aws:SourceVpce": "vpce-1"})).sort == "narrowed"


def test_other_actions_and_deleted_principals_are_no_trust() -> None:
    assert trusted([trust(OUTSIDE, action="sts:TagSession")]) == []
    assert trusted([trust({"AWS": "AROAEXAMPLEEXAMPLE123"})]) == []
    assert only(trust(OUTSIDE, action="sts:*")).principal == OUTSIDE["AWS"]
