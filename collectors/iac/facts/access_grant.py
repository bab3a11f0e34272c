"""Grants by policies of identity and access management, and by the trust policies of roles."""

from __future__ import annotations

from collections.abc import Sequence

from assay.collector import Output

from ..code import Code
from .iam.estate import estate_of
from .iam.grants import grants
from .iam.numbering import Numbering
from .iam.standing import standing_policies
from .iam.trusts import trusts

KINDS: Sequence[str] = ("access_grant",)


def build(code: Code, out: Output) -> None:
    """State the facts of every policy, attached or not, and of every principal that a role trusts."""
    estate = estate_of(code)
    numbering = Numbering()
    attached = list(grants(code, estate))
    for resource in (*(grant.resource for grant in attached), *standing_policies(code, estate, attached)):
        out.resource("access_grant", numbering.unique(resource))
    for role in code.of("aws_iam_role"):
        for resource in trusts(code, role):
            out.resource("access_grant", numbering.unique(resource))
