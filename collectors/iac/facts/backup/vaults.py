"""Vaults: they encrypt what they take over; a policy says who else may use them, a lock how long they keep."""

from __future__ import annotations

from assay.collector import Resource

from ....aws.policy import MalformedPolicy, account_of, grantees, parse
from ...code import Code
from ...declared import Declared
from ...ids import identified
from ...policy_documents import NOT_KNOWN, policy_text
from ...value import Unknown
from ..telling import DEFAULT, tell
from .stating import name_of, state_key

_AIR_GAPPED = "aws_backup_logically_air_gapped_vault"
VAULTS = ("aws_backup_vault", _AIR_GAPPED)
_OWNER = "backup_vault_name"


def vault(code: Code, declared: Declared) -> Resource:
    """Return a vault with its facts."""
    resource = identified(code, declared, "backup", "vault", name_of(declared.arguments.text("name")))
    resource.state("kind", "vault")
    # Every vault has a key: a named one, else that of the service.
    resource.state("encrypted", True)
    state_key(resource, code, declared, "kms_key_arn")
    resource.miss("expires_at", "known_after_apply")
    tell(resource, "retention_days", _longest(code, declared))
    state_reach(resource, reach(code, declared))
    return resource


def state_reach(resource: Resource, let_in: set[str] | Unknown) -> None:
    """State whom policies let in; without any, the service lets nobody in."""
    if isinstance(let_in, Unknown):
        for field in ("is_public", "shared_with"):
            resource.miss(field, let_in.reason, let_in.operation)
        return
    basis = None if let_in else DEFAULT
    resource.state("is_public", "*" in let_in, basis)
    resource.state("shared_with", sorted(let_in - {"*"}), basis)


def reach(code: Code, declared: Declared) -> set[str] | Unknown:
    """Return the accounts that the policies of a vault let in, `*` being everybody."""
    if code.unplaced(_OWNER, declared.type, "aws_backup_vault_policy"):
        return Unknown(operation=f"aws_backup_vault_policy.{_OWNER}")
    policies = code.users(declared, _OWNER, "aws_backup_vault_policy")
    if not policies and not declared.is_new:
        return Unknown("not_in_source", operation="a vault that is there already may have a policy")
    let_in: set[str] = set()
    for policy in policies:
        found = _let_in_by(code, policy)
        if isinstance(found, Unknown):
            return found
        let_in |= found
    return let_in - {code.account_of(declared)}


def _let_in_by(code: Code, policy: Declared) -> set[str] | Unknown:
    """Return the accounts that one policy lets in; what the same code declares belongs to the own account."""
    text = policy_text(code, policy, "policy")
    if not isinstance(text, str):
        return text or Unknown("not_in_source", operation="policy")
    try:
        principals = grantees(parse(text))
    except MalformedPolicy:
        return Unknown("corrupt", operation="policy")
    if NOT_KNOWN in principals and "*" not in principals:
        return Unknown(operation="policy")
    return {account_of(principal) or principal for principal in principals if not principal.startswith("<")}


def _longest(code: Code, declared: Declared) -> int | Unknown:
    """Return the days after which a vault lets go of every copy."""
    locks = code.users(declared, _OWNER, "aws_backup_vault_lock_configuration")
    days = [lock.arguments.number("max_retention_days") for lock in locks]
    if declared.type == _AIR_GAPPED:
        days.append(declared.arguments.number("max_retention_days"))
    known = [limit for limit in days if isinstance(limit, int)]
    if known:
        return min(known)
    unknown = next((limit for limit in days if isinstance(limit, Unknown)), None)
    return unknown or Unknown("not_in_source", operation="the plans that write into a vault set the expiry")
