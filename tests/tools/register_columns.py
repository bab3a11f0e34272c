"""Writes docs/collectors/register-columns.md: every column that a register may have, in both languages."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collectors.register.fields import Field

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "collectors" / "register-columns.md"

HEAD = """\
# Columns of registers

Every kind with the columns that a register of it may have. A column is titled by the name of its field, with
blanks for underscores if you like and in any case, or by one of the Chinese titles; `KIND id`, `KIND name`,
`种类编号` and `种类名称` are titles of `id` and `name` too. How cells are written stands in
[register.md](register.md).

This page is written by `python tests/tools/register_columns.py`.
"""

TABLE = "\n\n| field | titles | holds |\n|---|---|---|\n"

COMMON = ("id", "name", "aliases", "env", "owner_staff_id", "tags")

SHAPES = {
    "boolean": "yes or no",
    "integer": "whole number",
    "number": "number",
    "date": "day",
    "datetime": "day or time",
    "choice": "",
    "text": "text",
    "list": "list",
    "map": "name=value pairs",
}


def render(schemas: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the page for the schemas of the pack."""
    from collectors.register import fields

    every = fields.of("vendor", schemas["vendor"])
    common = "\n## Every kind" + TABLE + "".join(_row("vendor", every[name]) for name in COMMON)
    return HEAD + common + "".join(part for kind in sorted(schemas) for part in _kind(kind, schemas[kind]))


def schemas() -> dict[str, Any]:
    """Return the schema of every kind of the pack."""
    paths = sorted((ROOT / "policies" / "schemas").glob("*.json"))
    kinds = [path for path in paths if not path.name.endswith(".input.json")]
    return {path.stem: json.loads(path.read_text("utf-8")) for path in kinds}


def _kind(kind: str, schema: Mapping[str, Any]) -> Iterator[str]:
    from collectors.register import fields, identity, titles

    yield f"\n## {kind} · {schema['x-title']['zh-CN']}\n\n{schema['description']}"
    if kind != "organization":
        yield f" Without `id`, told apart by {', '.join(f'`{name}`' for name in identity.key(kind))}."
    yield TABLE
    for field in fields.of(kind, schema).values():
        if field.name not in COMMON or f"{kind}.{field.name}" in titles.load().titles:
            yield _row(kind, field)


def _row(kind: str, field: Field) -> str:
    from collectors.register import titles

    taken = dict.fromkeys(field.words.values())
    words = titles.load().spellings(kind, field.name, taken)
    values = ", ".join(" ".join([f"`{value}`", *words[value][:1]]) for value in taken)
    holds = SHAPES[field.shape]
    if field.closed:
        holds = f"list of: {values}"
    elif field.shape == "choice":
        holds = f"one of: {values}"
    elif values and field.name not in {"id", "name"}:
        holds += f", or {values}"
    return f"| `{field.name}` | {', '.join(titles.load().of(kind, field.name))} | {holds} |\n"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    PAGE.write_text(render(schemas()), encoding="utf-8")
