"""Policies of their own: written into roles, users and groups, or attached to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .forms import TAGS, document, of_owner
from .shape import Part

_KINDS = {"role": "Roles", "user": "Users", "group": "Groups"}


def _written(kind: str, property_: str) -> Part:
    """Return the policy as it is written into each identity that a property names."""
    arguments = {kind: "", "name": of_owner("PolicyName"), "policy": of_owner(document("PolicyDocument"))}
    return Part(f"aws_iam_{kind}_policy", arguments, of=property_, each=True)


def _attached(kind: str, property_: str) -> Part:
    """Return the attachment to each identity that a property names."""
    arguments = {kind: "", "policy_arn": lambda item: item.own("arn")}
    return Part(f"aws_iam_{kind}_policy_attachment", arguments, of=property_, each=True)


def _single(kind: str) -> Sequence[Part]:
    """Return a policy that is written into one identity."""
    arguments = {kind: f"{kind.title()}Name", "name": "PolicyName", "policy": document("PolicyDocument")}
    return [Part(f"aws_iam_{kind}_policy", arguments)]


TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::IAM::Policy": [_written(kind, property_) for kind, property_ in _KINDS.items()],
    "AWS::IAM::ManagedPolicy": [
        Part(
            "aws_iam_policy",
            {"name": "ManagedPolicyName", "path": "Path", "policy": document("PolicyDocument"), "tags": TAGS},
        ),
        *(_attached(kind, property_) for kind, property_ in _KINDS.items()),
    ],
    "AWS::IAM::RolePolicy": _single("role"),
    "AWS::IAM::UserPolicy": _single("user"),
    "AWS::IAM::GroupPolicy": _single("group"),
}
