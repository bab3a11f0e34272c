"""Servers, warehouses and tables."""

from __future__ import annotations

from dataclasses import dataclass

from .pairs import Pairs


@dataclass(frozen=True)
class Database:
    """A database server, or a cluster with an instance."""

    engine: str = "postgres"
    version: str | None = "16.8"
    encrypted: bool | None = None
    key: str | None = None
    """`own_key` or `elsewhere`."""
    public: bool | None = False
    source: str | None = None
    """Whom its security group lets in: `any`, `any_v6`, `private` or `group`; without one it names no group."""
    parameters: Pairs | None = None
    backup_days: int | None = 7
    protected: bool | None = None
    exports: tuple[str, ...] = ()
    password: str = "managed"
    """`managed`, `literal`, `default` (of a variable), `asked` (a variable without one)."""
    upgrades: bool | None = None
    tags: Pairs = ()


@dataclass(frozen=True)
class Warehouse:
    """A cluster of Redshift."""

    encrypted: bool | None = True
    key: str | None = None
    public: bool | None = False
    parameters: Pairs | None = None
    logs: bool = False
    tags: Pairs = ()


@dataclass(frozen=True)
class Table:
    """A table of DynamoDB."""

    encryption: str | None = None
    """`off`, `service_key`, `own_key`."""
    recovery: bool | None = None
    protected: bool | None = None
    tags: Pairs = ()
