"""Roles with policies in code that is written by hand, and the accounts made of them."""

from __future__ import annotations

from typing import Any

from support.declared_backups import resource
from support.identity_policies import policy
from support.stating import stated

from collectors.iac.declared import Declared
from collectors.iac.facts import identity_account

READ = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
ROLE = resource("aws_iam_role.r", name="r", assume_role_policy=policy())
MANAGED = "arn:aws:iam::aws:policy/"


def of(address: str, *resources: Declared, **about: Any) -> dict[str, Any]:
    """Return the account at an address."""
    (found,) = [one for one in stated(identity_account, *resources, **about) if one["place"]["address"] == address]
    return found


def of_role(*resources: Declared, **about: Any) -> dict[str, Any]:
    """Return the account of the role `r`."""
    return of("aws_iam_role.r", ROLE, *resources, **about)


def inline(name: str, *statements: dict[str, Any], role: Any = "r") -> Declared:
    """Return a policy of its own that is written into a role."""
    return resource(f"aws_iam_role_policy.{name}", name=name, role=role, policy=policy(*statements))


def attached(name: str, arn: Any) -> Declared:
    """Return an attachment to the role `r`."""
    return resource(f"aws_iam_role_policy_attachment.{name}", role="r", policy_arn=arn)
