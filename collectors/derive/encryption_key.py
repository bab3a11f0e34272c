"""Derived facts of a key: its kind, its age, who administers and uses it beside the account itself."""

from __future__ import annotations

import re

from assay.derive import Derivation, Derivations, Missing, Record, View

from .holders import cloud_account
from .outsiders import OUTSIDERS
from .reading import fact
from .terms import days_since_date

_KINDS = {
    "symmetric_encryption": ("AES", "SM4", "SYMMETRIC_DEFAULT"),
    "asymmetric": ("RSA", "EC", "SM2"),
    "hmac": ("HMAC",),
}
_ROOT = re.compile(r"[0-9]{12}|arn:.*:root")
_OWN = re.compile(r"(?:aws|arn:[^:]*:kms:[^:]*):(?P<account>[0-9]{12}):")


def _effective_key_kind(key: Record, _: View) -> object:
    """Return the kind that was read, else the one that the algorithm names."""
    if "key_kind" in key:
        return key["key_kind"]
    algorithm = fact(key, "algorithm")
    if isinstance(algorithm, Missing):
        return algorithm
    name = str(algorithm).upper()
    return next((kind for kind, starts in _KINDS.items() if name.startswith(starts)), Missing("unsupported"))


def _named(field: str) -> Derivation:
    """Make the principals of a list without the root of the own account, which passes the matter on to IAM."""

    def make(key: Record, _: View) -> object:
        principals = fact(key, field)
        if not isinstance(principals, list):
            return principals
        return [principal for principal in principals if not _is_own_root(principal, key)]

    return Derivation(make)


def _is_own_root(principal: str, key: Record) -> bool:
    """Say whether it is the root of an account that is not known to be another one."""
    if not _ROOT.fullmatch(principal):
        return False
    account = cloud_account(principal)
    owners = {match["account"] for name in (key["id"], *key.get("aliases", ())) if (match := _OWN.match(name))}
    outside = {cloud_account(one) for one in key.get("external_principals", ())}
    return account in owners if owners else account not in outside


DERIVED: Derivations = {
    "effective_key_kind": Derivation(_effective_key_kind),
    "days_since_rotation": days_since_date("last_rotated_at"),
    "days_since_creation": days_since_date("created_at"),
    "named_administrators": _named("admin_principal_ids"),
    "named_users": _named("use_principal_ids"),
    **OUTSIDERS,
}
