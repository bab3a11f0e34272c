"""Evidence, places and times as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assay import codec

from .speech import Speech

SHOWN = 12
"""Items of a list that are shown; the run in JSON holds the rest."""
LONGEST = 500
"""Characters of one value that are shown."""


@dataclass(frozen=True)
class Row:
    """One fact, or several that could not be read for one cause; what does not apply is empty."""

    field: str
    actual: str = ""
    expected: str = ""
    basis: str = ""
    cause: str = ""
    """Why the fact could not be read, in place of the others."""
    operation: str = ""


def rows(items: Iterable[Mapping[str, Any]], say: Speech) -> list[Row]:
    """Put evidence into words; facts that could not be read for one cause are one row."""
    made = [_row(item, say) for item in items]
    fields: dict[tuple[str, str], list[str]] = {}
    for row in made:
        if row.cause:
            fields.setdefault((row.cause, row.operation), []).append(row.field)
    facts = [row for row in made if not row.cause]
    return facts + [Row(say.listed(names), cause=why, operation=op) for (why, op), names in fields.items()]


def sentence(row: Row, say: Speech) -> str:
    """Say evidence in one line: field, actual, expected, and the basis where it is not observed."""
    if row.cause:
        grant = say("semicolon") + say("grant", operation=row.operation) if row.operation else ""
        return say("pair", name=row.field, value=row.cause + grant)
    value = " → ".join(part for part in (row.actual, row.expected) if part)
    if row.basis not in ("", "observed"):
        value += say("aside", text=say.code("basis", row.basis))
    return say("pair", name=row.field, value=value)


def _row(item: Mapping[str, Any], say: Speech) -> Row:
    name = str(item["field"]).removeprefix("/")
    if "unread" in item:
        denied = item["unread"] == "denied"
        operation = str(item.get("operation", ""))
        cause = say.code("unread", item["unread"])
        if operation and not denied:
            cause += say("aside", text=operation)
        return Row(name, cause=cause, operation=operation if denied else "")
    if "problem" in item:
        return Row(name, cause=plain(str(item["problem"]), say))
    actual, expected = (plain(item[key], say) if key in item else "" for key in ("actual", "expected"))
    return Row(name, actual, expected, item.get("basis", ""))


def plain(value: object, say: Speech) -> str:
    """Write a value for people: no quotes around words, lists as a language lists them."""
    match value:
        case bool():
            text = "true" if value else "false"
        case list() | dict() | str() if not value:
            text = codec.encode(value).decode()
        case list():
            text = _listed(value, say)
        case dict():
            text = codec.encode(value).decode()
        case _:
            text = str(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + " …"


def _listed(values: Sequence[object], say: Speech) -> str:
    parts = [plain(value, say) for value in values[:SHOWN]]
    if len(values) > SHOWN:
        parts.append(say("more", n=len(values) - SHOWN))
    return say.listed(parts)


def place(location: Mapping[str, Any] | None) -> str:
    """Write where a resource is declared: `path:line (address)`."""
    if not location:
        return ""
    path, address = str(location.get("path", "")), str(location.get("address", ""))
    if path and "line" in location:
        path += f":{location['line']}"
    return f"{path} ({address})" if path and address else path or address
