"""Ways to raise one's own rights: the actions that each one needs, and on what.

From general knowledge of IAM, not from a list that was copied; it is not complete and wants an owner.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

PATHS: Mapping[str, Sequence[str]] = {
    "new_policy_version": ["iam:CreatePolicyVersion"],
    "default_policy_version": ["iam:SetDefaultPolicyVersion"],
    "attach_user_policy": ["iam:AttachUserPolicy"],
    "attach_group_policy": ["iam:AttachGroupPolicy"],
    "attach_role_policy": ["iam:AttachRolePolicy", "sts:AssumeRole"],
    "put_user_policy": ["iam:PutUserPolicy"],
    "put_group_policy": ["iam:PutGroupPolicy"],
    "put_role_policy": ["iam:PutRolePolicy", "sts:AssumeRole"],
    "join_group": ["iam:AddUserToGroup"],
    "key_of_other_user": ["iam:CreateAccessKey"],
    "password_of_other_user": ["iam:CreateLoginProfile"],
    "change_password_of_other_user": ["iam:UpdateLoginProfile"],
    "change_trust": ["iam:UpdateAssumeRolePolicy", "sts:AssumeRole"],
    "drop_user_boundary": ["iam:DeleteUserPermissionsBoundary"],
    "drop_role_boundary": ["iam:DeleteRolePermissionsBoundary"],
    "pass_role_ec2": ["iam:PassRole", "ec2:RunInstances"],
    "pass_role_lambda": ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"],
    "pass_role_lambda_event": ["iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"],
    "change_lambda_code": ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"],
    "pass_role_cloudformation": ["iam:PassRole", "cloudformation:CreateStack"],
    "pass_role_glue": ["iam:PassRole", "glue:CreateDevEndpoint"],
    "pass_role_ecs": ["iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"],
    "pass_role_sagemaker": [
        "iam:PassRole",
        "sagemaker:CreateNotebookInstance",
        "sagemaker:CreatePresignedNotebookInstanceUrl",
    ],
}

#: Paths that lead nowhere on the principal itself: a second key of one's own gives no further right.
HARMLESS_ON_ONESELF = frozenset({"key_of_other_user", "password_of_other_user", "change_password_of_other_user"})

#: Action to the resource that it works on; actions of one path on the same sort have to meet on one resource.
WORKS_ON: Mapping[str, str] = {
    "iam:CreatePolicyVersion": "iam::{account}:policy/*",
    "iam:SetDefaultPolicyVersion": "iam::{account}:policy/*",
    "iam:AttachUserPolicy": "iam::{account}:user/*",
    "iam:PutUserPolicy": "iam::{account}:user/*",
    "iam:CreateAccessKey": "iam::{account}:user/*",
    "iam:CreateLoginProfile": "iam::{account}:user/*",
    "iam:UpdateLoginProfile": "iam::{account}:user/*",
    "iam:DeleteUserPermissionsBoundary": "iam::{account}:user/*",
    "iam:AttachGroupPolicy": "iam::{account}:group/*",
    "iam:PutGroupPolicy": "iam::{account}:group/*",
    "iam:AddUserToGroup": "iam::{account}:group/*",
    "iam:AttachRolePolicy": "iam::{account}:role/*",
    "iam:PutRolePolicy": "iam::{account}:role/*",
    "iam:UpdateAssumeRolePolicy": "iam::{account}:role/*",
    "iam:DeleteRolePermissionsBoundary": "iam::{account}:role/*",
    "iam:PassRole": "iam::{account}:role/*",
    "sts:AssumeRole": "iam::{account}:role/*",
    "lambda:CreateFunction": "lambda:*:{account}:function:*",
    "lambda:InvokeFunction": "lambda:*:{account}:function:*",
    "lambda:UpdateFunctionCode": "lambda:*:{account}:function:*",
}

#: Path to the service that a role is passed to.
PASSED_TO: Mapping[str, str] = {
    "pass_role_ec2": "ec2",
    "pass_role_lambda": "lambda",
    "pass_role_lambda_event": "lambda",
    "pass_role_cloudformation": "cloudformation",
    "pass_role_glue": "glue",
    "pass_role_ecs": "ecs-tasks",
    "pass_role_sagemaker": "sagemaker",
}
