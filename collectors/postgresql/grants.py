"""Rights as `access_grant`: one for each grantee and table or view, and those on the whole server."""

from __future__ import annotations

from collections.abc import Sequence

from assay.collector import Output, Resource

from .database import Relation
from .facts import Row, Unread, need, state
from .ids import Ids
from .limits import NEVER
from .server import PUBLIC, Role, Server
from .tables import Tables

#: Privilege of PostgreSQL to ours; COPY TO needs nothing but SELECT, so there is no `export` apart.
ACTIONS = {
    "select": "read",
    "insert": "write",
    "update": "write",
    "delete": "delete",
    "truncate": "delete",
    "references": "admin",
    "trigger": "admin",
    "maintain": "admin",
}
ALL = frozenset({"select", "insert", "update", "delete", "truncate", "references", "trigger"})
EVERYTHING = ["admin", "delete", "grant", "read", "write"]

#: Built-in roles whose members hold a right on every table.
OF_ALL_TABLES = {"pg_read_all_data": ["read"], "pg_write_all_data": ["delete", "write"]}


def write_grants(tables: Tables, roles: Sequence[Role], out: Output) -> None:
    """Write the rights on the tables and views of one database; raises `UnreadError`."""
    by_oid = {role.oid: role for role in roles}
    for relation in tables.relations:
        rows = tables.granted(relation) if tables.stands_alone(relation) else ()
        for oid in sorted({row["role"] for row in rows} & {PUBLIC, *by_oid}):
            mine = [row for row in rows if row["role"] == oid]
            out.resource("access_grant", _on_table(tables, relation, by_oid.get(oid), mine))


def write_server_grants(server: Server, out: Output) -> None:
    """Write the rights on all tables at once: of superusers, and by membership; raises `UnreadError`."""
    by_oid = {role.oid: role for role in need(server.roles)}
    for role in by_oid.values():
        if role.superuser:
            out.resource("access_grant", _on_server(server.ids, role, "superuser"))
    for member, granted in sorted(_memberships(server)):
        if by_oid[granted].name in OF_ALL_TABLES:
            out.resource("access_grant", _on_server(server.ids, by_oid[member], by_oid[granted].name))


def _memberships(server: Server) -> set[tuple[int, int]]:
    usable = need(server.memberships).usable
    return {(member, role) for member, roles in usable.items() for role in roles}


def _on_table(tables: Tables, relation: Relation, role: Role | None, rows: Sequence[Row]) -> Resource:
    target = tables.id(relation)
    resource = _grant(tables.ids, role, target.partition("table/")[2])
    held = {row["privilege"] for row in rows}
    owner = role is not None and role.oid == relation.owner
    passed_on = owner or any(row["grantable"] for row in rows)
    actions = {ACTIONS[privilege] for privilege in held} | ({"grant"} if passed_on else set())
    facts = {
        "resource_type": "database_view" if relation.is_view else "database_table",
        "resource_id": target,
        "actions": sorted(actions),
        "scope": "object",
        "wildcard_action": held >= ALL,
        "wildcard_resource": False,
        "grant_option": passed_on,
        "via": "public" if role is None else "direct" if role.can_login else "role",
        "origin": "owner" if owner else "granted",
        "masked_view_only": Unread("not_in_source", "whether the view masks") if relation.is_view else False,
    }
    state(resource, facts)
    return resource


def _on_server(ids: Ids, role: Role, through: str) -> Resource:
    """Write what a superuser may do, or a member of a built-in role that reaches every table."""
    superuser = through == "superuser"
    resource = _grant(ids, role, through)
    facts = {
        "resource_type": "database_instance",
        "resource_id": ids.instance,
        "actions": EVERYTHING if superuser else OF_ALL_TABLES[through],
        "scope": "all_objects",
        "wildcard_action": superuser,
        "wildcard_resource": True,
        "grant_option": superuser,
        "via": "direct" if superuser else "role",
        "origin": "superuser" if superuser else "granted",
        "masked_view_only": False,
    }
    state(resource, facts)
    return resource


def _grant(ids: Ids, role: Role | None, place: str) -> Resource:
    holder = role.name if role else "public"
    resource = Resource(ids.grant(holder, place), f"{holder} on {place}")
    state(resource, NEVER["access_grant"])
    facts = {
        "principal_type": "database_role" if role else "public",
        "principal_id": ids.role(role.name) if role else "*",
        "granted_at": "unknown",
        "expires_at": "none",
        "is_role_trust": False,
    }
    state(resource, facts)
    return resource
