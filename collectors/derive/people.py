"""The people who use a grant: through their accounts, the groups of these, and their database roles."""

from __future__ import annotations

from dataclasses import dataclass

from assay.derive import Derivation, Missing, Record, View

from .reading import fact, unread
from .registers import all_named

Used = tuple[list[Record], Missing | None]
"""The records that were found on a way, and why others may be out of sight."""

USES = [("database_role", "member_of"), ("identity_account", "group_ids")]
PARTIAL = Missing("partial")


@dataclass(frozen=True)
class _People:
    ids: list[str]
    why: Missing | None
    """Why somebody else may use the grant, where that is open."""


def _roles(grant: Record, view: View) -> Used:
    """Return the role that holds a grant and the roles that log in as members of it."""
    if grant.get("principal_type") != "database_role":
        return [], _why_absent(grant, "principal_type")
    role = view.get("database_role", str(grant.get("principal_id")))
    if role is None:
        return [], PARTIAL
    members = [other for other in view.where("database_role", "member_of", role["id"]) if other["id"] != role["id"]]
    why = next(filter(None, (_why_absent(other, "can_login") for other in (role, *members))), None)
    logged_in = [other for other in members if other.get("can_login") is True]
    return [role, *logged_in], why or _why_open(role, "database_role", "member_of", view)


def _accounts(grant: Record, view: View) -> Used:
    principal = grant.get("principal_id")
    match grant.get("principal_type"):
        case "external" | "public":
            return [], None
        case "account":
            return _found([view.get("identity_account", str(principal))])
        case "group" if principal is not None:
            members = view.where("identity_account", "group_ids", str(principal))
            return list(members), None if all_named(view, "identity_account", "group_ids") else PARTIAL
        case "database_role":
            roles, why = _roles(grant, view)
            accounts, unknown = _referred([role for role in roles if role.get("can_login") is True], "account_id", view)
            return accounts, why or unknown
        case _:
            return [], PARTIAL


def _people(grant: Record, view: View) -> _People:
    accounts, why = _accounts(grant, view)
    people, unknown = _referred(accounts, "staff_id", view)
    return _People(sorted({str(person["id"]) for person in people}), why or unknown)


def _why_absent(record: Record, field: str) -> Missing | None:
    return None if field in record else unread(record, field)


def _why_open(record: Record, kind: str, field: str, view: View) -> Missing | None:
    """Return why others may name the record in that field unseen: what hid its own most likely hid theirs."""
    if all_named(view, kind, field):
        return None
    return PARTIAL if field in record else unread(record, field)


def _referred(records: list[Record], field: str, view: View) -> Used:
    """Return what a field of each record refers to; "none" ends the way, an id that nothing has leaves it open."""
    kind = {"account_id": "identity_account", "staff_id": "staff_member"}[field]
    named = [fact(record, field) for record in records]
    there, why = _found([view.get(kind, str(id)) for id in named if id != "none" and not isinstance(id, Missing)])
    return there, next((id for id in named if isinstance(id, Missing)), why)


def _found(records: list[Record | None]) -> Used:
    there = [record for record in records if record is not None]
    return there, None if len(there) == len(records) else PARTIAL


def _people_read(grant: Record, view: View) -> object:
    return _people(grant, view).why or True


def _role_ids(grant: Record, view: View) -> object:
    return sorted(str(role["id"]) for role in _roles(grant, view)[0])


def _roles_read(grant: Record, view: View) -> object:
    return _roles(grant, view)[1] or True


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
