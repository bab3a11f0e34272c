"""Engines under the names that services give them."""

from __future__ import annotations

from dataclasses import dataclass

from assay.collector import Resource

from ...declared import Declared
from ...value import Unknown
from ..telling import tell


@dataclass(frozen=True)
class Engine:
    """One engine as its service runs it."""

    kind: str
    """The value of the field `engine`."""
    dialect: str
    """Whose settings it has, as far as they are read: `postgresql`, `mysql`, `sqlserver`, `docdb`, `neptune`."""
    port: int | Unknown
    """Where it listens unless it is told otherwise."""


REDSHIFT = Engine("redshift", "redshift", 5439)
DYNAMODB = Engine("dynamodb", "", 443)
UNKNOWN = Engine("other", "", Unknown("not_in_source", operation="port"))

#: Beginning of a name to engine; the first that fits counts.
_ENGINES = {
    "aurora-postgresql": Engine("aurora", "postgresql", 5432),
    "aurora": Engine("aurora", "mysql", 3306),
    "postgres": Engine("postgresql", "postgresql", 5432),
    "mysql": Engine("mysql", "mysql", 3306),
    "mariadb": Engine("mariadb", "mysql", 3306),
    "docdb": Engine("other", "docdb", 27017),
    "neptune": Engine("other", "neptune", 8182),
    "sqlserver": Engine("other", "sqlserver", 1433),
    "custom-sqlserver": Engine("other", "", 1433),
    "oracle": Engine("other", "", 1521),
    "custom-oracle": Engine("other", "", 1521),
}


def tell_engine(resource: Resource, declared: Declared, default: str | None = None) -> Engine:
    """State engine and version of a database and return its engine; `default` is what its type alone says."""
    name = declared.arguments.text("engine") or default
    if not isinstance(name, str):
        tell(resource, "engine", name or Unknown("not_in_source", operation="engine"))
        return UNKNOWN
    engine = next((engine for start, engine in _ENGINES.items() if name.startswith(start)), UNKNOWN)
    resource.state("engine", engine.kind)
    if engine.kind == "aurora":
        resource.state("engine_family", engine.dialect)
    tell(resource, "engine_version", _version(declared))
    _tell_extended_support(resource, declared)
    return engine


def _version(declared: Declared) -> str | Unknown:
    for argument in ("engine_version", "engine_version_actual"):
        version = declared.arguments.text(argument)
        if version is not None:
            return version
    return Unknown("known_after_apply", operation="engine_version: the default of the service")


def _tell_extended_support(resource: Resource, declared: Declared) -> None:
    support = declared.arguments.text("engine_lifecycle_support")
    if isinstance(support, str):
        resource.state("extended_support", support == "open-source-rds-extended-support")
    elif support is not None:
        tell(resource, "extended_support", support)
