"""The people who use a grant: through their accounts, the groups of these, and their database roles."""

from __future__ import annotations

from dataclasses import dataclass

from assay.derive import Derivation, Missing, Record, View

from .reading import fact
from .registers import all_named

Used = tuple[list[Record], bool]
"""The records that were found on a way, and whether no other can be out of sight."""

USES = [("database_role", "member_of"), ("identity_account", "group_ids")]


@dataclass(frozen=True)
class _People:
    ids: list[str]
    whole: bool


def _roles(grant: Record, view: View) -> Used:
    """Return the role that holds a grant and the roles that log in as members of it."""
    if grant.get("principal_type") != "database_role":
        return [], "principal_type" in grant
    role = view.get("database_role", str(grant.get("principal_id")))
    if role is None:
        return [], False
    members = [other for other in view.where("database_role", "member_of", role["id"]) if other["id"] != role["id"]]
    known = all("can_login" in other for other in (role, *members))
    logged_in = [other for other in members if other.get("can_login") is True]
    return [role, *logged_in], known and all_named(view, "database_role", "member_of")


def _accounts(grant: Record, view: View) -> Used:
    principal = grant.get("principal_id")
    match grant.get("principal_type"):
        case "external" | "public":
            return [], True
        case "account":
            return _found([view.get("identity_account", str(principal))])
        case "group" if principal is not None:
            members = view.where("identity_account", "group_ids", str(principal))
            return list(members), all_named(view, "identity_account", "group_ids")
        case "database_role":
            roles, whole = _roles(grant, view)
            accounts, known = _referred([role for role in roles if role.get("can_login") is True], "account_id", view)
            return accounts, whole and known
        case _:
            return [], False


def _people(grant: Record, view: View) -> _People:
    accounts, whole = _accounts(grant, view)
    people, known = _referred(accounts, "staff_id", view)
    return _People(sorted({str(person["id"]) for person in people}), whole and known)


def _referred(records: list[Record], field: str, view: View) -> Used:
    """Return what a field of each record refers to; "none" ends the way, an id that nothing has leaves it open."""
    kind = {"account_id": "identity_account", "staff_id": "staff_member"}[field]
    named = [record.get(field) for record in records]
    return _found([None if id is None else view.get(kind, id) for id in named if id != "none"])


def _found(records: list[Record | None]) -> Used:
    there = [record for record in records if record is not None]
    return there, len(there) == len(records)


def _people_read(grant: Record, view: View) -> object:
    return _people(grant, view).whole or Missing("partial")


def _role_ids(grant: Record, view: View) -> object:
    return sorted(str(role["id"]) for role in _roles(grant, view)[0])


def _roles_read(grant: Record, view: View) -> object:
    return _roles(grant, view)[1] or Missing("partial")


def _resource_tags(grant: Record, view: View) -> object:
    """Return the tags of what the grant reaches as a job role names them: `tag:KEY=VALUE`."""
    kind, id = fact(grant, "resource_type"), fact(grant, "resource_id")
    for why in (kind, id):
        if isinstance(why, Missing):
            return why
    target = view.get(str(kind), str(id))
    tags = fact(target, "tags") if target is not None else Missing("partial")
    return sorted(f"tag:{key}={value}" for key, value in tags.items()) if isinstance(tags, dict) else tags


PEOPLE = {
    "people_ids": Derivation(lambda grant, view: _people(grant, view).ids, uses=USES),
    "people_read": Derivation(_people_read, uses=USES),
    "role_ids": Derivation(_role_ids, uses=USES),
    "roles_read": Derivation(_roles_read, uses=USES),
    "resource_tags": Derivation(_resource_tags),
}
"""Derived facts of a grant: whom it serves, and what job roles are compared with."""
