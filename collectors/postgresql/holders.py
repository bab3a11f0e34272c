"""Who or what stands behind a role: the server's own roles, and what the register declares."""

from __future__ import annotations

from dataclasses import dataclass

from .facts import Unread
from .register import KINDS, Line, Register
from .server import Role, Server

BOOTSTRAP_OID = 10
"""The superuser that initdb made."""

#: Prefixes of the roles that a provider's server brought along, by the family of settings that tells the
#: provider. On any other server such a name is a role like all others.
PROVIDER_ROLES = {
    "rds": ("rdsadmin", "rds_", "rdsrepladmin", "rdstopmgr", "rdswriteforwarduser"),
    "cloudsql": ("cloudsql",),
    "alloydb": ("alloydb",),
    "azure": ("azuresu", "azure_"),
}

NO_REGISTER = Unread("not_in_source", "mapping: the register of database accounts, named in assay.yaml")
NO_LINE = Unread("not_in_source", "mapping: the register has no line for the role")
NO_KIND = Unread("not_in_source", "mapping: the line of the role says no kind")


@dataclass(frozen=True)
class Holders:
    """Answers for the roles of one server."""

    server: Server
    register: Register | None

    def builtin(self, role: Role) -> bool:
        """Say whether the server or its provider brought the role along."""
        families = self.server.families
        known = frozenset() if isinstance(families, Unread) else families
        provided = any(role.name.startswith(PROVIDER_ROLES.get(family, ())) for family in known)
        return role.oid == BOOTSTRAP_OID or role.name.startswith("pg_") or provided

    def named(self, role: Role) -> bool:
        """Say whether the register names this very role."""
        return self.register is not None and role.name in self.register.names()

    def role_facts(self, role: Role) -> tuple[dict[str, object], str]:
        """Return the facts of the `database_role`, and their basis."""
        line, kinds, basis = self._kinds(role)
        return {
            "kind": kinds if isinstance(kinds, Unread) else kinds[0],
            "is_migration_role": line.is_migration_role if line else self._unlisted(False),
        }, basis

    def account_facts(self, role: Role) -> tuple[dict[str, object], str]:
        """Return the facts of the `identity_account`, and their basis."""
        line, kinds, basis = self._kinds(role)
        nobody = self._unlisted("none")
        return {
            "kind": kinds if isinstance(kinds, Unread) else kinds[1],
            "staff_id": line.staff if line else nobody,
            "vendor_id": line.vendor if line else nobody,
            "owner_staff_id": line.owner_staff if line else nobody,
        }, basis

    def _kinds(self, role: Role) -> tuple[Line | None, tuple[str, str] | Unread, str]:
        builtin = self.builtin(role)
        line = self.register.line(role.name, builtin=builtin) if self.register else None
        if line and line.kind:
            return line, KINDS[line.kind], "declared"
        if builtin:
            return line, KINDS["builtin"], "observed"
        return line, NO_KIND if line else self._no_line(), "declared"

    def _unlisted(self, fact: object) -> object:
        """Return the fact where the register is complete, else why there is none."""
        return fact if self.register is not None and self.register.complete else self._no_line()

    def _no_line(self) -> Unread:
        return NO_REGISTER if self.register is None else NO_LINE
