"""Whom the trust policies of roles in code let in."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import resource, why
from support.identity_policies import policy
from support.stating import ACCOUNT, stated

from collectors.iac.declared import Declared
from collectors.iac.facts import access_grant
from collectors.iac.value import Unknown

Found = dict[str, Any]


def at(address: str, *resources: Declared, **about: Any) -> Found:
    """Return the grant at an address."""
    (found,) = [one for one in stated(access_grant, *resources, **about) if one["place"]["address"] == address]
    return found


def trusting(principal: Any, **about: Any) -> Found:
    statement = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": principal}
    role = resource("aws_iam_role.r", name="r", assume_role_policy=policy(statement))
    return at("aws_iam_role.r", role, **about)


def test_a_trust_names_the_role_and_its_account() -> None:
    found = trusting({"AWS": "arn:aws:iam::555566667777:root"})
    assert (found["is_role_trust"], found["resource_id"]) == (True, f"aws:{ACCOUNT}:iam:role/r")
    assert (found["resource_account_id"], found["principal_id"]) == (ACCOUNT, "arn:aws:iam::555566667777:root")
    assert (found["external_id_required"], found["organization_condition"]) == (False, False)
    assert "trust_relation" not in found


@pytest.mark.parametrize(
    ("principal", "relation"),
    [
        ({"Service": "ec2.amazonaws.com"}, "service"),
        ({"Federated": "arn:aws:iam::1:oidc-provider/x"}, "federated"),
        ({"AWS": "*"}, "any"),
        ({"AWS": ACCOUNT}, "same_account"),
        ({"AWS": "arn:aws:iam::<data.aws_caller_identity.current.account_id>:root"}, "same_account"),
        ({"AWS": "arn:<AWS::Partition>:iam::<AWS::AccountId>:root"}, "same_account"),
    ],
)
def test_relations_that_the_code_tells(principal: Any, relation: str) -> None:
    assert trusting(principal)["trust_relation"] == relation


def test_the_own_account_needs_no_number() -> None:
    assert trusting({"AWS": "arn:aws:iam::<AWS::AccountId>:root"}, account=None)["trust_relation"] == "same_account"


def test_a_role_of_the_same_code_is_of_the_same_account() -> None:
    statement = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "<aws_iam_role.caller.arn>"}}
    role = resource("aws_iam_role.r", assume_role_policy=policy(statement))
    found = at("aws_iam_role.r", role, resource("aws_iam_role.caller", assume_role_policy=policy()))
    assert found["trust_relation"] == "same_account"


@pytest.mark.parametrize("document", [Unknown(), "no policy"])
def test_a_trust_policy_that_is_not_known_leaves_all_open(document: Any) -> None:
    found = at("aws_iam_role.r", resource("aws_iam_role.r", name="r", assume_role_policy=document))
    assert found["is_role_trust"] is True
    assert why(found, "trust_relation") == why(found, "external_id_required") == "known_after_apply"


def test_a_principal_that_is_not_known_leaves_the_relation_open() -> None:
    assert why(trusting({"AWS": "<var.partner>"}), "trust_relation") == "known_after_apply"
