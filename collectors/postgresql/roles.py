"""Roles as `database_role`, and those that can log in as `identity_account` too."""

from __future__ import annotations

from datetime import datetime

from assay.collector import Output, Resource, Source

from .facts import Unread, UnreadError, attempt, need, state
from .holders import Holders
from .limits import NEVER
from .powers import Powers
from .server import Role

#: Members log in with a token of the provider in place of a password.
IAM_ROLES = frozenset({"rds_iam", "cloudsqliamuser", "cloudsqliamserviceaccount"})

#: Methods that ask somebody else, and so need no password in the database.
EXTERNAL_METHODS = frozenset({"bsd", "cert", "gss", "ident", "ldap", "oauth", "pam", "peer", "radius", "sspi"})


def write_roles(source: Source, powers: Powers, holders: Holders, out: Output) -> None:
    """Write every role of the server, and an account for each that can log in or that the register names."""
    roles = powers.server.roles
    if isinstance(roles, Unread):
        for kind in ("database_role", "identity_account"):
            out.incomplete(kind, roles.reason, roles.operation)
        return
    for role in roles:
        out.resource("database_role", _role(source, role, powers, holders))
        if role.can_login or holders.named(role):
            out.resource("identity_account", _account(source, role, powers, holders))


def _role(source: Source, role: Role, powers: Powers, holders: Holders) -> Resource:
    ids = powers.server.ids
    resource = Resource(ids.role(role.name), role.name)
    state(resource, NEVER["database_role"])
    state(
        resource,
        {
            "database_id": ids.instance,
            "account_id": ids.account(role.name) if role.can_login or holders.named(role) else "none",
            "can_login": role.can_login,
            "is_superuser": attempt(powers.superuser, role),
            "can_create_role": attempt(powers.create_role, role),
            "bypass_row_security": attempt(powers.bypass_row_security, role),
            "dangerous_privileges": attempt(powers.dangerous, role),
            "ddl_privileges": attempt(powers.ddl, role),
            "member_of": attempt(lambda: [ids.role(name) for name in powers.member_of(role)]),
            "password_method": attempt(_password_method, role, powers),
            "valid_until": _day(source, role),
        },
    )
    facts, basis = holders.role_facts(role)
    state(resource, facts, basis)
    return resource


def _account(source: Source, role: Role, powers: Powers, holders: Holders) -> Resource:
    resource = Resource(powers.server.ids.account(role.name), role.name)
    state(resource, NEVER["identity_account"])
    enabled = role.can_login and not _is_over(source, role)
    state(
        resource,
        {
            "directory": "database",
            "enabled": enabled,
            "disabled_at": "none" if enabled else attempt(_disabled_at, source, role),
            "disabled_after": "none" if enabled else attempt(_disabled_at, source, role),
            "privileged": attempt(lambda: powers.superuser(role) or powers.create_role(role)),
            "expires_at": _day(source, role),
        },
    )
    facts, basis = holders.account_facts(role)
    state(resource, facts, basis)
    return resource


def _is_over(source: Source, role: Role) -> bool:
    return role.valid_until is not None and role.valid_until <= source.at.timestamp()


def _disabled_at(source: Source, role: Role) -> str:
    """Return when the validity of a role ended: of NOLOGIN the server keeps no time."""
    if role.valid_until is None or not (role.can_login and _is_over(source, role)):
        raise UnreadError(Unread("unsupported", "when NOLOGIN was set"))
    return datetime.fromtimestamp(role.valid_until, source.zone).isoformat()


def _day(source: Source, role: Role) -> str:
    """Return the day on which the password of a role expires, in the zone of the estate."""
    if role.valid_until is None:
        return "none"
    return datetime.fromtimestamp(role.valid_until, source.zone).date().isoformat()


def _password_method(role: Role, powers: Powers) -> str:
    server = powers.server
    if not isinstance(server.memberships, Unread) and not IAM_ROLES.isdisjoint(powers.member_of(role)):
        return "iam"
    method = need(server.passwords)[role.name]
    if method == "other":
        raise UnreadError(Unread("unsupported", "the form of the stored password is not known"))
    if method == "none" and not isinstance(server.rules, Unread) and server.rules:
        methods = {rule.method for rule in server.rules}
        return "external" if methods <= EXTERNAL_METHODS else "none"
    return method
