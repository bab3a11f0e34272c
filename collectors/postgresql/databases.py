"""Reads one database after the other and writes its tables, columns and grants."""

from __future__ import annotations

from assay.collector import CollectorFailed, Output, Source

from .columns import write_columns
from .database import Database, Structure, read_database
from .facts import Unread, attempt, need
from .grants import write_grants
from .options import SAMPLE_ROWS, SAMPLE_SECONDS
from .samples import Samples, read_samples
from .scope import scope
from .server import Server
from .session import connect
from .tables import Tables, write_tables
from .target import Target

KINDS = ("database_table", "database_column", "access_grant")


def write_databases(server: Server, target: Target, source: Source, out: Output) -> Structure:
    """Write what every database in scope holds; a database that cannot be read hides no other."""
    structure = Structure()
    names, left_out = scope(server, source.options, target.database)
    for name, why in left_out.items():
        if why.reason == "denied":
            out.read("connect", f"{source.name}/{name}", "denied")
        structure.lacks(why)
        _incomplete(out, why, *KINDS)
    for name in names:
        try:
            with connect(target, name, out.read) as session:
                database = read_database(session, structure)
            tables = attempt(Tables.of, server.ids, database)
            if isinstance(tables, Unread):
                _incomplete(out, tables, *KINDS)
            else:
                samples = _samples(tables, database, target, source, out)
                _write(server, tables, database, samples, out)
        except CollectorFailed as failed:
            why = Unread(failed.reason, f"connect to {name}")
            structure.lacks(why)
            _incomplete(out, why, *KINDS)
            out.note(f"{failed} (database {name})")
    return structure


def _samples(tables: Tables, database: Database, target: Target, source: Source, out: Output) -> Samples:
    """Look at values in a transaction of its own, with its own time limit."""
    options = source.options.get("sample", {})
    if not options.get("enabled") or isinstance(database.columns, Unread):
        return {}
    limited = target.limited_to(options.get("seconds", SAMPLE_SECONDS))
    with connect(limited, database.name, out.read) as session:
        return read_samples(session, tables, database.columns, options.get("rows", SAMPLE_ROWS))


def _write(server: Server, tables: Tables, database: Database, samples: Samples, out: Output) -> None:
    write_tables(tables, out)
    columns = attempt(lambda: write_columns(tables, need(database.columns), samples, out))
    if isinstance(columns, Unread):
        _incomplete(out, columns, "database_column")
    grants = attempt(lambda: write_grants(tables, need(server.roles), out))
    if isinstance(grants, Unread):
        _incomplete(out, grants, "access_grant")


def _incomplete(out: Output, why: Unread, *kinds: str) -> None:
    for kind in kinds:
        out.incomplete(kind, why.reason, why.operation)
