"""The collector of one PostgreSQL server."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assay.collector import Output, Probe, Source

from .databases import write_databases
from .facts import Unread, attempt
from .grants import write_server_grants
from .holders import Holders
from .instance import write_instance
from .options import OPTIONS
from .permissions import PERMISSIONS
from .powers import Powers
from .probing import probe
from .register import Register, read_register
from .rights import refuse_excess
from .roles import write_roles
from .server import Server, read_server
from .session import connect
from .target import target_of

KINDS = (
    "database_instance",
    "database_role",
    "identity_account",
    "database_table",
    "database_column",
    "access_grant",
)


class PostgreSQL:
    """Reads settings, access rules, roles, grants and the shape of tables; samples only when asked to."""

    name = "postgresql"
    basis = "observed"
    options: Mapping[str, Any] = OPTIONS
    permissions: Sequence[str] = tuple(permission.grant for permission in PERMISSIONS)

    def kinds(self, source: Source) -> Sequence[str]:
        """Return the kinds that every source of this collector feeds."""
        return KINDS

    def collect(self, source: Source, out: Output) -> None:
        """Read the server, then each of its databases."""
        target = target_of(source)
        if target.unverified:
            out.note(f"sslmode is {target.sslmode}: the server did not prove who it is")
        with connect(target, target.database, out.read) as session:
            excess = refuse_excess(session, allowed=bool(source.options.get("allow_excess")))
            server = read_server(session)
        if excess:
            out.note(f"the role holds more than reading needs: {', '.join(excess)}")
        write_instance(server, source.options, out)
        structure = write_databases(server, target, source, out)
        write_roles(source, Powers(server, structure), Holders(server, _register(server, source, out)), out)
        missing = attempt(write_server_grants, server, out)
        if isinstance(missing, Unread):
            out.incomplete("access_grant", missing.reason, missing.operation)

    def probe(self, source: Source) -> Iterable[Probe]:
        """Try every statement of the catalogue, and look for rights in excess."""
        return probe(source)


def _register(server: Server, source: Source, out: Output) -> Register | None:
    if "mapping" not in source.options:
        return None
    path = source.path("mapping")
    register = read_register(path, [name for name in (source.name, server.ids.instance, server.address) if name])
    for line in register.notes:
        out.note(line)
    if not isinstance(server.roles, Unread):
        for name in sorted(register.names() - {role.name for role in server.roles}):
            out.note(f"{path}: the server has no role {name!r}; correct the name or remove the line")
    return register
