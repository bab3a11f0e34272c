"""What code does not tell of the policies of a principal leaves only that open which it may decide."""

from __future__ import annotations

import pytest
from support.declared_backups import known_later, resource, why
from support.declared_principals import MANAGED, READ, attached, inline, of, of_role
from support.identity_policies import policy

from collectors.iac.declared import Declared
from collectors.iac.value import Unknown


@pytest.mark.parametrize(
    ("unreadable", "reason"),
    [
        (resource("aws_iam_role_policy.a", role="r", policy=Unknown()), "known_after_apply"),
        (resource("aws_iam_role_policy.a", role="r", policy="no policy"), "corrupt"),
        (attached("a", "arn:aws:iam::1:policy/elsewhere"), "not_in_source"),
        (attached("a", f"{MANAGED}UnheardOf"), "not_in_source"),
        (resource("aws_iam_role_policy.a", role=Unknown(), policy=policy(READ)), "known_after_apply"),
    ],
)
def test_what_cannot_be_read_leaves_the_rest_open(unreadable: Declared, reason: str) -> None:
    assert why(of_role(unreadable), "escalation_paths") == reason
    joining = inline("b", {"Effect": "Allow", "Action": "iam:AddUserToGroup", "Resource": "*"})
    assert of_role(unreadable, joining)["escalation_paths"] == ["join_group"]


def test_code_that_was_read_in_part_proves_nothing_absent() -> None:
    assert why(of_role(inline("a", READ), complete=False), "escalation_paths") == "partial"


@pytest.mark.parametrize("member", ["Action", "Resource"])
def test_a_part_that_is_not_known_may_be_a_wildcard(member: str) -> None:
    statement = {"Effect": "Allow", "Action": "iam:AddUserToGroup", "Resource": "*"}
    opened = resource("aws_iam_role_policy.a", role="r", policy=policy(statement | {member: "<var.any>"}))
    assert why(of_role(opened), "escalation_paths") == "known_after_apply"


def test_what_names_a_resource_of_the_code_is_of_its_sort() -> None:
    statement = {"Effect": "Allow", "Action": "*", "Resource": "<aws_s3_bucket.b.arn>"}
    bucket = resource("aws_s3_bucket.b", bucket="b")
    assert of_role(bucket, inline("a", statement))["escalation_paths"] == []
    other = resource("aws_iam_user.other")
    putting = {"Effect": "Allow", "Action": "iam:PutUserPolicy", "Resource": "<aws_iam_user.other.arn>"}
    assert of_role(other, inline("a", putting))["escalation_paths"] == ["put_user_policy"]


def test_a_list_that_is_not_known_may_hold_more_than_it_refers_to() -> None:
    kept = resource("aws_iam_policy.p", name="p", policy=policy(READ))
    role = resource("aws_iam_role.r", name="r", managed_policy_arns=known_later("aws_iam_policy.p", "arn"))
    assert why(of("aws_iam_role.r", role, kept), "escalation_paths") == "known_after_apply"


def test_an_empty_name_of_a_boundary_is_none() -> None:
    role = resource("aws_iam_role.r", name="r", permissions_boundary="", managed_policy_arns=[""])
    assert of("aws_iam_role.r", role, inline("a", READ))["escalation_paths"] == []
