"""Principals of code, and the ways to further rights that all their policies complete together."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from support.declared_backups import known_later, resource, why
from support.declared_principals import MANAGED, READ, attached, inline, of, of_role
from support.identity_policies import policy
from support.output import SCHEMAS
from support.stating import ACCOUNT, stated

from collectors.aws.permissions import PATHS
from collectors.iac.declared import Declared
from collectors.iac.facts import identity_account

CHECK = SCHEMAS.parents[1] / "checks" / "least_privilege" / "LPR-03.6.yaml"
PASS = {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}
RUN = {"Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*"}


def test_a_principal_has_the_id_that_it_will_have() -> None:
    services = policy({"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"})
    role = resource("aws_iam_role.r", name="r", assume_role_policy=services)
    (found,) = stated(identity_account, role)
    assert (found["id"], found["directory"], found["kind"]) == (f"aws:{ACCOUNT}:iam:role/r", "aws_iam", "service")
    (nameless,) = stated(identity_account, resource("aws_iam_user.u"))
    assert nameless["id"] == "tf:aws_iam_user.u"


def test_policies_of_every_form_count_together() -> None:
    own = resource("aws_iam_policy.p", name="p", arn="arn:aws:iam::1:policy/p", policy=policy(RUN))
    assert of_role(inline("a", PASS), own, attached("b", own.values["arn"]))["escalation_paths"] == ["pass_role_ec2"]
    assert of_role(inline("a", PASS), own, attached("b", known_later("aws_iam_policy.p", "arn")))[
        "escalation_paths"
    ] == ["pass_role_ec2"]
    several = resource("aws_iam_policy_attachment.b", roles=["r"], policy_arn=own.values["arn"])
    assert of_role(inline("a", PASS), own, several)["escalation_paths"] == ["pass_role_ec2"]
    exclusive = resource("aws_iam_role_policy_attachments_exclusive.b", role_name="r", policy_arns=[own.values["arn"]])
    assert of_role(inline("a", PASS), own, exclusive)["escalation_paths"] == ["pass_role_ec2"]


def test_a_role_may_hold_its_policies_inside() -> None:
    role = resource(
        "aws_iam_role.r",
        name="r",
        inline_policy=[{"name": "a", "policy": policy(PASS)}, {}],
        managed_policy_arns=[f"{MANAGED}AmazonEC2FullAccess"],
    )
    assert of("aws_iam_role.r", role)["escalation_paths"] == ["pass_role_ec2"]


def test_an_existing_role_does_not_count_twice_what_separate_resources_give_it() -> None:
    role = resource("aws_iam_role.r", "no-op", name="r", managed_policy_arns=[f"{MANAGED}IAMFullAccess"])
    assert of("aws_iam_role.r", role, attached("a", f"{MANAGED}ReadOnlyAccess"))["escalation_paths"] == []


@pytest.mark.parametrize(
    "membership",
    [
        resource("aws_iam_user_group_membership.m", user="u", groups=["g"]),
        resource("aws_iam_group_membership.m", users=["u"], group="g"),
    ],
)
def test_a_user_has_the_policies_of_its_groups(membership: Declared) -> None:
    code = [
        resource("aws_iam_user.u", name="u"),
        resource("aws_iam_group.g", name="g"),
        resource("aws_iam_user_policy.p", name="p", user="u", policy=policy(PASS)),
        resource("aws_iam_group_policy.q", name="q", group="g", policy=policy(RUN)),
        membership,
    ]
    assert of("aws_iam_user.u", *code)["escalation_paths"] == ["pass_role_ec2"]
    assert of("aws_iam_group.g", *code)["escalation_paths"] == []


def test_a_group_is_named_for_what_its_policies_complete_together() -> None:
    found = of(
        "aws_iam_group.g",
        resource("aws_iam_group.g", name="g"),
        resource("aws_iam_group_policy.p", name="p", group="g", policy=policy(PASS)),
        resource("aws_iam_group_policy.q", name="q", group="g", policy=policy(RUN)),
    )
    assert found["escalation_paths"] == ["pass_role_ec2"]
    assert "kind" not in found


def test_a_group_that_is_not_in_the_code_leaves_its_members_open() -> None:
    membership = resource("aws_iam_user_group_membership.m", user="u", groups=["elsewhere"])
    assert why(of("aws_iam_user.u", resource("aws_iam_user.u", name="u"), membership), "escalation_paths")


def test_a_boundary_of_the_code_narrows() -> None:
    limit = resource("aws_iam_policy.b", name="b", arn="arn:aws:iam::1:policy/b", policy=policy(READ))
    role = resource("aws_iam_role.r", name="r", permissions_boundary=known_later("aws_iam_policy.b", "arn"))
    everything = inline("a", {"Effect": "Allow", "Action": "*", "Resource": "*"})
    assert of("aws_iam_role.r", role, limit, everything)["escalation_paths"] == []
    elsewhere = resource("aws_iam_role.r", name="r", permissions_boundary="arn:aws:iam::1:policy/elsewhere")
    assert why(of("aws_iam_role.r", elsewhere, everything), "escalation_paths") == "not_in_source"


@pytest.mark.parametrize(
    ("service", "rights", "expected"),
    [("ec2", PASS, ["pass_role_ec2"]), ("ec2", RUN, []), ("lambda", PASS, [])],
)
def test_passing_a_role_of_the_code_counts_when_that_gives_further_rights(
    service: str, rights: dict[str, Any], expected: list[str]
) -> None:
    trusting = policy(
        {"Effect": "Allow", "Principal": {"Service": f"{service}.amazonaws.com"}, "Action": "sts:AssumeRole"}
    )
    passed = resource("aws_iam_role.passed", name="passed", assume_role_policy=trusting)
    held = resource("aws_iam_role_policy.held", name="held", role="passed", policy=policy(rights))
    to_passed = PASS | {"Resource": f"arn:aws:iam::{ACCOUNT}:role/passed"}
    assert of_role(passed, held, inline("a", to_passed, RUN))["escalation_paths"] == expected


def test_a_permission_set_is_a_principal_too() -> None:
    arn = known_later("aws_ssoadmin_permission_set.s", "arn")
    found = of(
        "aws_ssoadmin_permission_set.s",
        resource("aws_ssoadmin_permission_set.s", name="s"),
        resource("aws_ssoadmin_permission_set_inline_policy.p", permission_set_arn=arn, inline_policy=policy(PASS)),
        resource(
            "aws_ssoadmin_managed_policy_attachment.m",
            permission_set_arn=arn,
            managed_policy_arn=f"{MANAGED}AmazonEC2FullAccess",
        ),
    )
    assert found["escalation_paths"] == ["pass_role_ec2"]


def test_the_paths_of_the_check_are_those_that_are_looked_for() -> None:
    paths = yaml.safe_load(CHECK.read_text(encoding="utf-8"))["parameters"]["paths"]["default"]
    assert json.dumps(paths) == json.dumps(PATHS)
