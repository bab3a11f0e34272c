"""Permission sets of the identity centre."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .forms import TAGS, block, json_text, one
from .shape import Arguments, From, Part, Properties


def _own(properties: Properties) -> object:
    return properties.own("arn")


_NAMED: Arguments = {"name": "Name", "path": "Path"}
_BOUNDARY: Arguments = {
    "managed_policy_arn": "ManagedPolicyArn",
    "customer_managed_policy_reference": From("CustomerManagedPolicyReference", one(_NAMED)),
}

TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::SSO::PermissionSet": [
        Part("aws_ssoadmin_permission_set", {"name": "Name", "session_duration": "SessionDuration", "tags": TAGS}),
        Part(
            "aws_ssoadmin_permission_set_inline_policy",
            {"permission_set_arn": _own, "inline_policy": From("", json_text)},
            of="InlinePolicy",
            inside=True,
        ),
        Part(
            "aws_ssoadmin_managed_policy_attachment",
            {"permission_set_arn": _own, "managed_policy_arn": ""},
            of="ManagedPolicies",
            each=True,
        ),
        Part(
            "aws_ssoadmin_customer_managed_policy_attachment",
            {"permission_set_arn": _own, "customer_managed_policy_reference": block(_NAMED)},
            of="CustomerManagedPolicyReferences",
            each=True,
        ),
        Part(
            "aws_ssoadmin_permissions_boundary_attachment",
            {"permission_set_arn": _own, "permissions_boundary": block(_BOUNDARY)},
            of="PermissionsBoundary",
        ),
    ],
}
