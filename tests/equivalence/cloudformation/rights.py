"""Roles in a template."""

from __future__ import annotations

from ..documents import RIGHTS, TRUSTS, document
from ..model import Role
from .terms import Template, ref

MANAGED = "arn:aws:iam::aws:policy/"


def write(template: Template, name: str, role: Role) -> None:
    """Write a role with all that it is given."""
    attached = [f"{name}{right.title().replace('_', '')}" for right in role.attached]
    for policy, right in zip(attached, role.attached, strict=True):
        said = document(RIGHTS, [right])
        template.add(policy, "AWS::IAM::ManagedPolicy", ManagedPolicyName=f"{name}-{right}", PolicyDocument=said)
    inline = [{"PolicyName": right, "PolicyDocument": document(RIGHTS, [right])} for right in role.inline]
    template.add(
        name,
        "AWS::IAM::Role",
        RoleName=name,
        AssumeRolePolicyDocument=document(TRUSTS, role.trust),
        Policies=inline or None,
        ManagedPolicyArns=[*(MANAGED + one for one in role.managed), *map(ref, attached)] or None,
    )
