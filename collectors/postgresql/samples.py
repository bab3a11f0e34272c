"""Sampling: what the counts of a column say of its protection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .detector import detect
from .facts import Row, Unread
from .patterns import CLEAR_TEXT, PASSWORD_FORMATS
from .sample_statements import sample
from .session import Session
from .tables import Tables

Facts = Mapping[str, object]
Samples = Mapping[tuple[int, str], Facts]
"""By oid of the table and name of the column."""

#: Categories of types whose values can be compared as text.
READABLE_TYPES = frozenset({"S", "N"})

OFF = Unread("not_in_source", "sample: values were not looked at")
NO_VALUE = Unread("not_in_source", "the column holds no value")
NO_PATTERN = Unread("unsupported", "clear text of this category or type has no pattern")
NO_UTF8 = Unread("unsupported", "sampling needs a database in UTF8")
OPAQUE = Unread("unsupported", "what protects the values cannot be told from their form")


def category_of(table: str, column: Row) -> str:
    """Return what a row of the columns looks like."""
    return detect(table, column["name"], column["data_type"], column["type_category"])


def read_samples(session: Session, tables: Tables, columns: Sequence[Row], rows: int) -> Samples:
    """Count clear text in every column that looks like something."""
    by_oid = {relation.oid: relation for relation in tables.tables()}
    samples: dict[tuple[int, str], Facts] = {}
    for column in columns:
        relation = by_oid.get(column["relation"])
        category = category_of(relation.name, column) if relation else "none"
        if relation is None or category == "none":
            continue
        key = (relation.oid, column["name"])
        if category not in {"password", *CLEAR_TEXT} or column["type_category"] not in READABLE_TYPES:
            samples[key] = without(NO_PATTERN)
        elif session.encoding != "UTF8":
            samples[key] = without(NO_UTF8)
        else:
            statement = sample(category, relation.schema, relation.name, column["name"], rows)
            samples[key] = _facts(category, session.read(statement))
    return samples


def without(why: Unread) -> Facts:
    """Return the facts of a column whose values were not looked at."""
    return {
        "detector": "name",
        "sample_size": 0,
        "plaintext_hits": why,
        "protection": why,
        "algorithm": why,
    }


def _facts(category: str, counts: list[Row] | Unread) -> Facts:
    if isinstance(counts, Unread):
        return without(counts)
    count = counts[0]
    if count["size"] == 0:
        return {**without(NO_VALUE), "detector": "name_and_sample"}
    protection, algorithm = _password(count) if category == "password" else (_clear(count), OPAQUE)
    return {
        "detector": "name_and_sample",
        "sample_size": count["size"],
        "plaintext_hits": count["plain"],
        "protection": protection,
        "algorithm": algorithm,
    }


def _clear(count: Row) -> str | Unread:
    """Say `none` where every value is clear text; what the others are cannot be seen."""
    return "none" if count["plain"] == count["size"] else OPAQUE


def _password(count: Row) -> tuple[str | Unread, str | Unread]:
    """Return protection and algorithm of the weakest form that was found."""
    found = [form for n, form in enumerate(PASSWORD_FORMATS) if count[f"form_{n}"]]
    known = sum(count[f"form_{n}"] for n in range(len(PASSWORD_FORMATS)))
    if count["plain"]:
        return "none", OPAQUE
    if known < count["size"]:
        return OPAQUE, OPAQUE
    return found[0].protection, found[0].algorithm
