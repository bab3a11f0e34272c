"""The statements of sampling: they count values inside the server and return counts alone.

Only the names of the column and its table are put in, as quoted identifiers, and the limit, as a number.
"""

from __future__ import annotations

from .patterns import CLEAR_PASSWORD, CLEAR_TEXT, PASSWORD_FORMATS
from .statements import Statement


def sample(category: str, schema: str, table: str, column: str, rows: int) -> Statement:
    """Return the statement that counts the values of a column that fit the patterns of a category."""
    place = f"{_quoted(schema)}.{_quoted(table)}"
    value = f"{_quoted(column)}::text"
    sql = (
        f"SELECT count(*) AS size, {_counts(category)}\n"  # noqa: S608 - patterns of ours, names quoted
        f"  FROM (SELECT {value} AS value FROM {place}\n"
        f"         WHERE {value} <> '' LIMIT {rows}) AS sampled"
    )
    return Statement(f"sample {schema}.{table}.{column}", f"SELECT ON {place}", sql)


def _counts(category: str) -> str:
    if category != "password":
        return _count("plain", f"value ~ '{CLEAR_TEXT[category]}'")
    known = "|".join(f"({form.pattern})" for form in PASSWORD_FORMATS)
    plain = _count("plain", f"value ~ '{CLEAR_PASSWORD}' AND value !~ '{known}'")
    forms = (_count(f"form_{n}", f"value ~ '{form.pattern}'") for n, form in enumerate(PASSWORD_FORMATS))
    return ", ".join((plain, *forms))


def _count(name: str, condition: str) -> str:
    return f"count(*) FILTER (WHERE {condition}) AS {name}"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
