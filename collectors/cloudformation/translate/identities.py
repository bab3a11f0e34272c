"""Roles, users and groups; templates write their policies inside them, which the builders take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .forms import TAGS, document, each, json_text, listed, owner
from .shape import Arguments, From, Part

_POLICY: Arguments = {"name": "PolicyName", "policy": From("PolicyDocument", json_text)}
_HOLDER: Arguments = {
    "path": "Path",
    "inline_policy": From("Policies", each(_POLICY), inside=True),
    "managed_policy_arns": "ManagedPolicyArns",
}
_ROLE: Arguments = {
    **_HOLDER,
    "name": "RoleName",
    "description": "Description",
    "assume_role_policy": document("AssumeRolePolicyDocument"),
    "permissions_boundary": "PermissionsBoundary",
    "max_session_duration": "MaxSessionDuration",
    "tags": TAGS,
}
_USER: Arguments = {**_HOLDER, "name": "UserName", "permissions_boundary": "PermissionsBoundary", "tags": TAGS}
_LOGIN: Arguments = {
    "user": owner,
    "password": "Password",
    "password_reset_required": "PasswordResetRequired",
}


def _only(roles: Any) -> Any:
    """Return the role of a profile, which has one."""
    return next(iter(listed(roles)), None)


TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::IAM::Role": [Part("aws_iam_role", _ROLE)],
    "AWS::IAM::User": [
        Part("aws_iam_user", _USER),
        Part("aws_iam_user_login_profile", _LOGIN, of="LoginProfile"),
        Part("aws_iam_user_group_membership", {"user": owner, "groups": ""}, of="Groups"),
    ],
    "AWS::IAM::Group": [Part("aws_iam_group", {**_HOLDER, "name": "GroupName"})],
    "AWS::IAM::UserToGroupAddition": [Part("aws_iam_group_membership", {"group": "GroupName", "users": "Users"})],
    "AWS::IAM::InstanceProfile": [
        Part("aws_iam_instance_profile", {"name": "InstanceProfileName", "role": From("Roles", _only)})
    ],
    "AWS::IAM::AccessKey": [Part("aws_iam_access_key", {"user": "UserName", "status": "Status"})],
    "AWS::IAM::ServiceLinkedRole": [
        Part("aws_iam_service_linked_role", {"aws_service_name": "AWSServiceName", "custom_suffix": "CustomSuffix"})
    ],
}
