"""Names of what one server holds, stable from run to run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ids:
    """The ids of a source's resources; a dot inside a name is written `%2E`, so that no two names meet."""

    source: str

    @property
    def instance(self) -> str:
        """The server."""
        return f"pg:{self.source}"

    def role(self, name: str) -> str:
        """Return the id of a role."""
        return f"{self.instance}:role/{name}"

    def account(self, name: str) -> str:
        """Return the id of the account behind a role that can log in."""
        return f"{self.instance}:account/{name}"

    def table(self, database: str, schema: str, table: str) -> str:
        """Return the id of a table or view."""
        return f"{self.instance}:table/{dotted(database, schema, table)}"

    def column(self, database: str, schema: str, table: str, column: str) -> str:
        """Return the id of a column."""
        return f"{self.instance}:column/{dotted(database, schema, table, column)}"

    def grant(self, principal: str, place: str) -> str:
        """Return the id of what a principal may do in a place."""
        return f"{self.instance}:grant/{principal}@{place}"


def dotted(*names: str) -> str:
    """Join names by dots."""
    return ".".join(name.replace("%", "%25").replace(".", "%2E") for name in names)
