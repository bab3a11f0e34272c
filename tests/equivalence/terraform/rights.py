"""Roles in Terraform's language, with their policies inside, beside or attached."""

from __future__ import annotations

from ..documents import RIGHTS, TRUSTS, document
from ..model import Role
from .policies import policy
from .terms import Blocks, Root

MANAGED = "arn:aws:iam::aws:policy/"


def write(root: Root, name: str, role: Role) -> None:
    """Write a role with all that it is given."""
    inside: dict[str, object] = {}
    if root.style.inline:
        inline = [
            {"name": right, "policy": policy(root, f"{name}_{right}", document(RIGHTS, [right]))}
            for right in role.inline
        ]
        inside = {"inline_policy": Blocks(inline)} if inline else {}
        inside |= {"managed_policy_arns": [MANAGED + one for one in role.managed]} if role.managed else {}
    made = root.add(
        "aws_iam_role",
        name,
        name=name,
        assume_role_policy=policy(root, f"{name}_trust", document(TRUSTS, role.trust)),
        **inside,
    )
    for right in () if root.style.inline else role.inline:
        said = policy(root, f"{name}_{right}", document(RIGHTS, [right]))
        root.add("aws_iam_role_policy", f"{name}_{right}", name=right, role=made.ref("id"), policy=said)
    for number, one in enumerate(() if root.style.inline else role.managed):
        arn = MANAGED + one
        root.add("aws_iam_role_policy_attachment", f"{name}_m{number}", role=made.ref("name"), policy_arn=arn)
    for right in role.attached:
        said = policy(root, f"{name}_{right}", document(RIGHTS, [right]))
        kept = root.add("aws_iam_policy", f"{name}_{right}", name=f"{name}-{right}", policy=said)
        root.add(
            "aws_iam_role_policy_attachment",
            f"{name}_{right}",
            role=made.ref("name"),
            policy_arn=kept.ref("arn"),
        )
