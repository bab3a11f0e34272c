"""Whom a key lets in: anybody, principals from outside, those who administer it and those who use it."""

from __future__ import annotations

from collections.abc import Sequence

from assay.collector import Resource

from ....aws.policy import Statement, administrators, lets_in, users
from ...code import Code
from ...declared import Declared
from ...policy_documents import NOT_KNOWN
from ...value import Unknown
from .policy import Attached, KeyPolicy
from .principals import may_be_anybody, principals

_LISTS = ("external_principals", "admin_principal_ids", "use_principal_ids")
_EVERYBODY = {"*"}


def state_access(resource: Resource, code: Code, key: Declared, attached: Attached) -> None:
    """State what the policy of a key, and the grants on it, say about principals."""
    policy, grants = attached.policy_of(code, key), attached.grants_on(code, key)
    if isinstance(policy, Unknown):
        for field in ("policy_wildcard_principal", *_LISTS):
            resource.miss(field, policy.reason, policy.operation)
        return
    _state_wildcard(resource, code, key, policy)
    if isinstance(grants, Unknown):
        for field in _LISTS:
            resource.miss(field, grants.reason, grants.operation)
        return
    _state_lists(resource, code, key, [*policy.statements, *grants], None if grants else policy.basis)


def _state_wildcard(resource: Resource, code: Code, key: Declared, policy: KeyPolicy) -> None:
    named = lets_in(policy.statements)
    if "*" in named:
        resource.state("policy_wildcard_principal", True)
    elif any(may_be_anybody(code, key, principal) for principal in named):
        resource.miss("policy_wildcard_principal", "known_after_apply", "policy")
    else:
        resource.state("policy_wildcard_principal", False, policy.basis)


def _state_lists(
    resource: Resource, code: Code, key: Declared, statements: Sequence[Statement], basis: str | None
) -> None:
    _state_outsiders(resource, code, key, lets_in(statements) - _EVERYBODY, basis)
    is_open = any(NOT_KNOWN in action for s in statements for action in (*s.actions, *s.excepted_actions))
    for field, named in (("admin_principal_ids", administrators), ("use_principal_ids", users)):
        written = named(statements)
        found = None if is_open else principals(code, key, written - _EVERYBODY)
        if found is None:
            resource.miss(field, "known_after_apply", "policy")
        else:
            resource.state(field, sorted({one.id for one in found} | (written & _EVERYBODY)), basis)


def _state_outsiders(resource: Resource, code: Code, key: Declared, written: set[str], basis: str | None) -> None:
    found = principals(code, key, written)
    if found is None:
        resource.miss("external_principals", "known_after_apply", "policy")
    elif any(one.is_own is None for one in found):
        resource.miss("external_principals", "not_in_source", "account of the key")
    else:
        resource.state("external_principals", sorted(one.written for one in found if not one.is_own), basis)
