"""Ways to further rights, as the policies of a principal complete them together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from support.identity_policies import allow, deny

from collectors.aws.permissions import PATHS, Principal, Rights, Unread, paths_of
from collectors.aws.policy import Statement

ROLE = Principal("role", "mine", "111122223333")
USER = Principal("user", "ana", "111122223333")
ROLES = "arn:aws:iam::111122223333:role/"
USERS = "arn:aws:iam::111122223333:user/"
DENIED = Unread("denied", "iam:GetPolicyVersion")


def paths(*statements: Statement, who: Principal = ROLE, can_pass: bool | None = None, **rights: Any) -> Any:
    return paths_of(Rights(statements, **rights), who, lambda pattern, service: can_pass)


def test_everything_completes_every_path() -> None:
    assert paths(allow("*")) == list(PATHS)


@pytest.mark.parametrize("actions", PATHS.values(), ids=PATHS)
def test_each_path_is_complete_with_its_actions_and_not_without_one(actions: Sequence[str]) -> None:
    assert {tuple(PATHS[name]) for name in paths(*map(allow, actions), who=USER)} >= {tuple(actions)}
    for left_out in actions:
        rest = [allow(action) for action in actions if action != left_out]
        assert tuple(actions) not in {tuple(PATHS[name]) for name in paths(*rest, who=USER)}


def test_several_policies_complete_a_path_together() -> None:
    assert paths(allow("iam:PassRole"), allow(["lambda:CreateFunction", "lambda:InvokeFunction"])) == [
        "pass_role_lambda"
    ]


def test_a_denial_breaks_a_path() -> None:
    passing = [allow("iam:PassRole"), allow("ec2:RunInstances")]
    assert paths(*passing, deny("iam:PassRole")) == []
    assert paths(*passing, deny("iam:*", f"{ROLES}*")) == []
    assert paths(*passing, deny(NotAction="ec2:*", Resource="*")) == []
    assert paths(*passing, deny("iam:PassRole", f"{ROLES}admin")) == ["pass_role_ec2"]
    assert paths(*passing, deny("*", Condition={"Bool": {"aws:MultiFactorAuthPresent": "false"}})) == ["pass_role_ec2"]
    assert paths(allow("iam:PutUserPolicy"), deny(Action="iam:*", NotResource=f"{ROLES}a")) == []


def test_a_boundary_breaks_a_path() -> None:
    assert paths(allow("*"), boundary=[allow("s3:*")]) == []
    assert paths(allow("*"), boundary=[allow(NotAction="iam:*", Resource="*")]) == ["change_lambda_code"]
    assert paths(allow("iam:PutUserPolicy"), boundary=[allow("iam:*", f"{USERS}x")]) == ["put_user_policy"]
    assert paths(allow("iam:PutUserPolicy"), boundary=[allow("iam:*", f"{ROLES}x")]) == []


def test_a_boundary_that_was_not_read_leaves_open_only_what_it_may_break() -> None:
    assert paths(allow("*"), boundary=DENIED) == DENIED
    assert paths(allow("s3:*"), boundary=DENIED) == []


def test_a_policy_that_was_not_read_leaves_open_only_what_it_may_complete() -> None:
    assert paths(allow("s3:*"), unread=DENIED) == DENIED
    assert paths(allow("iam:AddUserToGroup"), unread=DENIED) == ["join_group"]


@pytest.mark.parametrize("own", [f"{USERS}ana", f"{USERS}team/ana", "arn:aws:iam::*:user/${aws:username}"])
def test_credentials_of_oneself_give_no_further_right(own: str) -> None:
    assert paths(allow(["iam:CreateAccessKey", "iam:UpdateLoginProfile"], own), who=USER) == []
    assert paths(allow("iam:CreateAccessKey", own), who=Principal("user", "bob")) == (
        [] if "$" in own else ["key_of_other_user"]
    )


def test_a_policy_for_oneself_does() -> None:
    assert paths(allow("iam:PutUserPolicy", "arn:aws:iam::*:user/${aws:username}"), who=USER) == ["put_user_policy"]
    group = Principal("group", "people")
    assert paths(allow("iam:*", "arn:aws:iam::*:user/${aws:username}"), who=group) == [
        "attach_user_policy",
        "put_user_policy",
        "drop_user_boundary",
    ]
    assert paths(allow("iam:PutUserPolicy", "arn:aws:iam::*:user/${aws:username}")) == []


def test_a_role_need_not_assume_itself() -> None:
    assert paths(allow("iam:PutRolePolicy")) == ["put_role_policy"]
    assert paths(allow("iam:PutRolePolicy", f"{ROLES}mine")) == ["put_role_policy"]
    assert paths(allow("iam:PutRolePolicy", f"{ROLES}other")) == []
    assert paths(allow("iam:PutRolePolicy"), who=USER) == []


def test_a_role_has_to_be_the_one_that_may_be_assumed() -> None:
    assume = allow("sts:AssumeRole", ["arn:aws:iam::999988887777:role/theirs", f"{ROLES}a"])
    assert paths(allow("iam:PutRolePolicy", f"{ROLES}a"), assume) == ["put_role_policy"]
    assert paths(allow("iam:PutRolePolicy", f"{ROLES}b"), assume) == []


def test_resources_of_another_sort_complete_nothing() -> None:
    assert paths(allow("*", "arn:aws:s3:::b/*")) == []
    assert paths(allow("iam:*", "arn:aws:iam::444455556666:user/*")) == []
    assert paths(allow(Action="iam:PutUserPolicy", NotResource="arn:aws:iam::*:user/*")) == []
    assert paths(allow(Action="iam:PutUserPolicy", NotResource="arn:aws:iam::*:user/boss")) == ["put_user_policy"]


@pytest.mark.parametrize(("answer", "found"), [(True, ["pass_role_ec2"]), (False, [])])
def test_a_named_role_counts_when_it_has_further_rights(answer: bool, found: list[str]) -> None:
    assert paths(allow("iam:PassRole", f"{ROLES}app"), allow("ec2:RunInstances"), can_pass=answer) == found


def test_a_named_role_that_is_not_known_leaves_the_path_open() -> None:
    assert isinstance(paths(allow("iam:PassRole", f"{ROLES}app"), allow("ec2:RunInstances")), Unread)
    assert paths(allow("iam:PassRole", f"{ROLES}*"), allow("ec2:RunInstances")) == ["pass_role_ec2"]
    assert paths(allow("iam:PassRole", "arn:aws-cn:iam::*:role/*"), allow("ec2:RunInstances")) == ["pass_role_ec2"]


def test_a_role_may_be_bound_to_a_service() -> None:
    passing = allow("iam:PassRole", Condition={"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com.cn"}})
    assert paths(passing, allow(["ec2:RunInstances", "lambda:*"])) == ["pass_role_ec2", "change_lambda_code"]


@pytest.mark.parametrize("key", ["aws:SourceIp", "aws:MultiFactorAuthPresent", "aws:RequestedRegion"])
def test_conditions_that_the_caller_can_meet_do_not_break_a_path(key: str) -> None:
    assert paths(allow("iam:AddUserToGroup", Condition={"StringEquals": {key: "x"}})) == ["join_group"]


@pytest.mark.parametrize("key", ["iam:PermissionsBoundary", "iam:PolicyARN", "aws:PrincipalTag/team"])
def test_other_conditions_leave_it_open(key: str) -> None:
    assert isinstance(paths(allow("iam:AttachUserPolicy", Condition={"ArnEquals": {key: "x"}}), who=USER), Unread)


def test_a_variable_of_the_policy_leaves_it_open() -> None:
    assert isinstance(paths(allow("iam:PutUserPolicy", f"{USERS}${{aws:PrincipalTag/team}}-*")), Unread)
