"""What a role can do beyond single tables, by itself and through its memberships."""

from __future__ import annotations

from dataclasses import dataclass

from .database import Structure
from .facts import UnreadError, need
from .memberships import Edges, reach
from .server import PUBLIC, Role, Server

#: Built-in roles that reach data past GRANT, files, programs, or other people's sessions.
DANGEROUS_ROLES = frozenset(
    {
        *("pg_execute_server_program", "pg_read_server_files", "pg_write_server_files"),
        *("pg_read_all_data", "pg_write_all_data", "pg_monitor", "pg_read_all_stats"),
        *("pg_signal_backend", "pg_maintain", "pg_create_subscription"),
    }
)

#: What providers give their customers in place of SUPERUSER.
PROVIDER_SUPERUSERS = frozenset(
    {"rds_superuser", "cloudsqlsuperuser", "alloydbsuperuser", "azure_pg_admin", "pg_rds_superuser"}
)


@dataclass(frozen=True)
class Powers:
    """Answers for the roles of one server; every method raises `UnreadError`."""

    server: Server
    structure: Structure

    def superuser(self, role: Role) -> bool:
        """Say whether it is a superuser, can become one, or is a provider's."""
        if role.superuser or any(other.superuser for other in self._assumable(role)):
            return True
        return any(other.name in PROVIDER_SUPERUSERS for other in self._usable(role))

    def create_role(self, role: Role) -> bool:
        """Say whether it may create or change roles."""
        own = role.superuser or role.create_role
        return own or self.superuser(role) or any(other.create_role for other in self._assumable(role))

    def bypass_row_security(self, role: Role) -> bool:
        """Say whether row policies do not hold for it."""
        own = role.superuser or role.bypass_row_security
        return own or self.superuser(role) or any(o.bypass_row_security for o in self._assumable(role))

    def dangerous(self, role: Role) -> list[str]:
        """Return the high-risk privileges that it holds."""
        usable = self._usable(role)
        held = {other.name for other in usable} & DANGEROUS_ROLES
        if any(other.superuser for other in self._assumable(role)):
            held |= {"SUPERUSER"}
        self._whole_structure()
        oids = {other.oid for other in usable} | {PUBLIC}
        held |= {f"EXECUTE {name}" for oid, name in self.structure.file_functions if oid in oids}
        return sorted(held)

    def ddl(self, role: Role) -> bool:
        """Say whether it may create, alter or drop objects in one of the databases."""
        makers = self.structure.owners | self.structure.creators
        if role.superuser or not makers.isdisjoint({role.oid, PUBLIC}):
            return True
        if self.superuser(role) or not makers.isdisjoint(other.oid for other in self._usable(role)):
            return True
        self._whole_structure()
        return False

    def member_of(self, role: Role) -> list[str]:
        """Return the names of the roles that it is a member of, directly or not."""
        reached = self._reached(role, need(self.server.memberships).all)
        return sorted(other.name for other in reached if other.oid != role.oid)

    def _whole_structure(self) -> None:
        if self.structure.unread is not None:
            raise UnreadError(self.structure.unread)

    def _usable(self, role: Role) -> list[Role]:
        return self._reached(role, need(self.server.memberships).usable)

    def _assumable(self, role: Role) -> list[Role]:
        return self._reached(role, need(self.server.memberships).assumable)

    def _reached(self, role: Role, edges: Edges) -> list[Role]:
        oids = reach(edges, role.oid)
        return [other for other in need(self.server.roles) if other.oid in oids]
