"""What an account administers: by its grants, and as superuser of a database."""

from __future__ import annotations

from assay.derive import Derivation, Missing, Record, View

from .registers import all_named
from .scopes import scopes

_USES = [("access_grant", "principal_id"), ("database_role", "account_id")]


def _roles(account: Record, view: View) -> list[Record]:
    return list(view.where("database_role", "account_id", account["id"]))


def _grants(account: Record, view: View) -> list[Record]:
    return list(view.where("access_grant", "principal_id", account["id"]))


def _administered_scopes(account: Record, view: View) -> object:
    """Return what a log may say that covers something which the account administers; nothing where there is none."""
    granted = {grant.get("resource_id") for grant in _grants(account, view) if "admin" in grant.get("actions", ())}
    own = {role.get("database_id") for role in _roles(account, view) if role.get("is_superuser") is True}
    found = sorted(str(id) for id in granted | own if id is not None)
    return scopes(*found) if found else []


def _administered_read(account: Record, view: View) -> object:
    """Say that nothing that the account administers can be out of sight."""
    whole = all(all_named(view, kind, field) for kind, field in _USES)
    grants = all("actions" in grant and "resource_id" in grant for grant in _grants(account, view))
    roles = all("is_superuser" in role and "database_id" in role for role in _roles(account, view))
    return (whole and grants and roles) or Missing("partial")


def _role_ids(account: Record, view: View) -> object:
    return [role["id"] for role in _roles(account, view)]


ADMINISTERED = {
    "role_ids": Derivation(_role_ids, uses=_USES[1:]),
    "administered_scopes": Derivation(_administered_scopes, uses=_USES),
    "administered_read": Derivation(_administered_read, uses=_USES),
}
"""Derived facts of an account: its database roles and what it administers."""
