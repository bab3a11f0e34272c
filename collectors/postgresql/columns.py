"""Columns as `database_column`, with the category that their name suggests."""

from __future__ import annotations

from collections.abc import Sequence

from assay.collector import Output, Resource

from .facts import Row, state
from .limits import NEVER
from .samples import OFF, Samples, category_of, without
from .tables import Tables


def write_columns(tables: Tables, columns: Sequence[Row], samples: Samples, out: Output) -> None:
    """Write the columns of every table that is one of its own."""
    by_oid = {relation.oid: relation for relation in tables.tables()}
    for column in columns:
        relation = by_oid.get(column["relation"])
        if relation is None:
            continue
        names = (tables.database, relation.schema, relation.name, column["name"])
        resource = Resource(tables.ids.column(*names), ".".join(names))
        facts = {
            "database_id": tables.ids.instance,
            "table_id": tables.id(relation),
            "data_type": column["data_type"],
            "detected_category": category_of(relation.name, column),
        }
        state(resource, NEVER["database_column"])
        state(resource, facts)
        state(resource, samples.get((relation.oid, column["name"]), without(OFF)))
        out.resource("database_column", resource)
