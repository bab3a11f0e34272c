from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.templates import code, one, values

from collectors.iac.value import Reference

_ALLOW = "{Statement: [{Effect: Allow, Action: 's3:*', Resource: '*'}]}"


@pytest.mark.parametrize(("type_", "kind"), [("Role", "role"), ("User", "user"), ("Group", "group")])
def test_policies_inside_an_identity_stay_inside_it(type_: str, kind: str, tmp_path: Path) -> None:
    properties = f"{{Policies: [{{PolicyName: p, PolicyDocument: {_ALLOW}}}], ManagedPolicyArns: ['arn:x']}}"
    text = f"Resources: {{It: {{Type: 'AWS::IAM::{type_}', Properties: {properties}}}}}"
    found = values(code(text, tmp_path), f"aws_iam_{kind}")
    (inline,) = found["inline_policy"]
    assert (inline["name"], json.loads(inline["policy"])["Statement"][0]["Action"]) == ("p", "s3:*")
    assert found["managed_policy_arns"] == ["arn:x"]


def test_a_policy_is_written_into_each_identity_that_it_names(tmp_path: Path) -> None:
    text = f"""
    Resources:
      Role: {{Type: "AWS::IAM::Role"}}
      Policy:
        Type: AWS::IAM::Policy
        Properties: {{PolicyName: p, Roles: [!Ref Role], Users: [someone], PolicyDocument: {_ALLOW}}}
    """
    found = code(text, tmp_path)
    role, user = one(found, "aws_iam_role_policy"), one(found, "aws_iam_user_policy")
    assert role.values["role"].references == (Reference("Role", "id"),)
    assert (role.address, user.address, user.values["user"]) == ("Policy", "Policy.Users[0]", "someone")
    assert role.values["policy"] == user.values["policy"]


def test_a_managed_policy_is_attached_to_those_that_it_names(tmp_path: Path) -> None:
    found = code(
        f"""
        Resources:
          Policy: {{Type: "AWS::IAM::ManagedPolicy", Properties: {{Groups: [g], PolicyDocument: {_ALLOW}}}}}
          Role: {{Type: "AWS::IAM::Role", Properties: {{PermissionsBoundary: !Ref Policy}}}}
        """,
        tmp_path,
    )
    attached = one(found, "aws_iam_group_policy_attachment")
    assert found.targets(attached, "policy_arn", "aws_iam_policy") == found.of("aws_iam_policy")
    assert found.targets(one(found, "aws_iam_role"), "permissions_boundary", "aws_iam_policy")


def test_a_permission_set_gives_what_it_holds(tmp_path: Path) -> None:
    properties = (
        f"{{Name: n, InlinePolicy: {_ALLOW}, ManagedPolicies: [a, b], PermissionsBoundary: {{ManagedPolicyArn: c}}}}"
    )
    found = code(f"Resources: {{It: {{Type: 'AWS::SSO::PermissionSet', Properties: {properties}}}}}", tmp_path)
    inline = one(found, "aws_ssoadmin_permission_set_inline_policy")
    assert inline.values["permission_set_arn"].references == (Reference("It", "arn"),)
    assert json.loads(inline.values["inline_policy"])["Statement"][0]["Action"] == "s3:*"
    attached = found.of("aws_ssoadmin_managed_policy_attachment")
    assert [one.values["managed_policy_arn"] for one in attached] == ["a", "b"]
    (boundary,) = values(found, "aws_ssoadmin_permissions_boundary_attachment")["permissions_boundary"]
    assert boundary == {"managed_policy_arn": "c"}
