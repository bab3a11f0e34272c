"""The grants that a person uses: of their accounts, the groups of these, and their database roles."""

from __future__ import annotations

from assay.derive import Derivation, Missing, Record, View

from .registers import all_named
from .scopes import scopes

_USES = [("identity_account", "staff_id"), ("database_role", "account_id"), ("access_grant", "principal_id")]


def _accounts(person: Record, view: View) -> list[Record]:
    return list(view.where("identity_account", "staff_id", person["id"]))


def _own_roles(person: Record, view: View) -> list[Record]:
    accounts = _accounts(person, view)
    return [role for account in accounts for role in view.where("database_role", "account_id", account["id"])]


def _roles(person: Record, view: View) -> list[Record]:
    """Return the database roles with which a person logs in; of the others the members are the users."""
    return [role for role in _own_roles(person, view) if role.get("can_login") is True]


def _principal_ids(person: Record, view: View) -> list[str]:
    return sorted(str(principal["id"]) for principal in (*_accounts(person, view), *_roles(person, view)))


def _grants(person: Record, view: View) -> list[Record]:
    groups = {group for account in _accounts(person, view) for group in account.get("group_ids", ())}
    groups |= {group for role in _roles(person, view) for group in role.get("member_of", ())}
    names = sorted({*_principal_ids(person, view), *groups})
    found = {grant["id"]: grant for name in names for grant in view.where("access_grant", "principal_id", name)}
    return [grant for _, grant in sorted(found.items())]


def _grant_ids(person: Record, view: View) -> object:
    return [grant["id"] for grant in _grants(person, view)]


def _grants_read(person: Record, view: View) -> object:
    """Say that no grant of the person can be out of sight."""
    whole = all(all_named(view, kind, field) for kind, field in _USES)
    groups = all("group_ids" in account for account in _accounts(person, view))
    roles = all("can_login" in role and "member_of" in role for role in _own_roles(person, view))
    return (whole and groups and roles) or Missing("partial")


def _review_scopes(person: Record, view: View) -> object:
    resources = (grant.get("resource_id") for grant in _grants(person, view))
    return scopes(person["id"], *(str(id) for id in resources if id is not None))


RIGHTS = {
    "principal_ids": Derivation(_principal_ids, uses=_USES),
    "grant_ids": Derivation(_grant_ids, uses=_USES),
    "grants_read": Derivation(_grants_read, uses=_USES),
    "review_scopes": Derivation(_review_scopes, uses=_USES),
}
"""Derived facts of a person: the rights in use, and the names under which reviews cover them."""
