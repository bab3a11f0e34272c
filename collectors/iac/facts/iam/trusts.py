"""Trust policies of roles: one grant for each principal that may assume a role."""

from __future__ import annotations

from collections.abc import Iterator

from assay.collector import Resource

from ....aws.permissions import Trusted
from ....aws.policy import account_of
from ...code import Code
from ...declared import Declared
from ..tokens import references_of
from .flags import NONE
from .holders import holder
from .own_account import HERE
from .trust import trust_of

_PRINCIPALS = ("aws_iam_role", "aws_iam_user", "aws_iam_service_linked_role", "data.aws_iam_role", "data.aws_iam_user")


def trusts(code: Code, role: Declared) -> Iterator[Resource]:
    """Yield a grant for each principal; one of which nothing is known where the trust policy is not."""
    trusted = trust_of(code, role)
    if trusted is None:
        resource = _started(code, role, "?")
        for field in ("principal_id", "trust_relation", "external_id_required", "organization_condition"):
            resource.miss(field, "known_after_apply", "assume_role_policy")
        yield resource
        return
    for one in trusted:
        resource = _started(code, role, one.principal)
        _state_principal(code, role, one, resource)
        _tell(resource, "external_id_required", one.needs_external_id)
        _tell(resource, "organization_condition", one.needs_organization)
        yield resource


def _started(code: Code, role: Declared, principal: str) -> Resource:
    assumed = holder(code, "role", role)
    resource = Resource(f"{assumed.id}:trust/{principal}", f"{assumed.name or role.address}: {principal}")
    resource.location = role.place
    resource.state("is_role_trust", True)
    resource.state("attached", True)
    resource.state("resource_type", "identity_account")
    resource.state("resource_id", assumed.id)
    resource.state("actions", ["assume"])
    resource.state("via", "policy")
    NONE.state(resource)
    account = code.account_of(role)
    if account is not None:
        resource.state("resource_account_id", account)
    return resource


def _state_principal(code: Code, role: Declared, one: Trusted, resource: Resource) -> None:
    """State who is trusted; whether an account by its number is one's own is found out from all of the estate."""
    resource.state("principal_id", one.principal)
    if one.sort == "any":
        resource.state("principal_type", "public")
    elif one.sort in ("service", "federated"):
        resource.state("principal_type", "external")
    if one.sort in ("any", "service", "federated"):
        resource.state("trust_relation", one.sort)
    elif one.sort == "account" and _is_here(code, role, one.principal):
        resource.state("principal_type", "account")
        resource.state("trust_relation", "same_account")
    elif one.sort == "narrowed" or not account_of(one.principal):
        resource.miss("trust_relation", "known_after_apply" if "<" in one.principal else "not_in_source", "Principal")


def _is_here(code: Code, role: Declared, principal: str) -> bool:
    """Whether a principal is in the account of the role: by number, or as a resource of the same code."""
    own = code.account_of(role)
    if HERE in principal or (own is not None and account_of(principal) == own):
        return True
    found = [one for r in references_of(principal) for one in code.resolve(r, role) if one.type in _PRINCIPALS]
    return bool(found) and all(code.account_of(one) == own for one in found)


def _tell(resource: Resource, field: str, value: bool | None) -> None:
    if value is None:
        resource.miss(field, "known_after_apply", "Condition")
    else:
        resource.state(field, value)
