"""Empty registers to start from, for `assay init`: CSV, YAML and one workbook, in English or Chinese."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from . import fields, titles

Schemas = Mapping[str, Mapping[str, Any]]

#: File to kind: the registers that the checks ask for first.
TABLES = {
    "vendors": "vendor",
    "contracts": "vendor_contract",
    "agreements": "confidentiality_agreement",
    "accounts": "identity_account",
    "training": "training_record",
}
STAFF = "staff_member"
#: Kinds that are easier to keep as YAML: few, and with lists.
DOCUMENT = ("data_asset", "retention_rule")


def templates(schemas: Schemas, language: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of each file; headers in the language, values as the schema writes them."""
    for file, kind in TABLES.items():
        yield f"registers/{file}.csv", _csv(_headers(kind, schemas, language))
    yield "registers/staff.csv", _csv(_headers(STAFF, schemas, language))
    yield "registers/data.yaml", _yaml(schemas, language)
    workbook = _workbook(schemas, language)
    if workbook is not None:
        yield "registers/registers.xlsx", workbook


def _headers(kind: str, schemas: Schemas, language: str) -> list[str]:
    # A roster is kept by employee number, which makes the id.
    left_out = {"aliases", "tags", "env"} | ({"id"} if kind == STAFF else set())
    names = [name for name in fields.of(kind, schemas[kind]) if name not in left_out]
    if language == "en":
        return names
    known = titles.load()
    return [next(iter(known.of(kind, name)), name) for name in names]


def _csv(headers: list[str]) -> bytes:
    """A header row with a byte order mark, by which spreadsheets know UTF-8."""
    return ("\ufeff" + ",".join(headers) + "\r\n").encode()


def _yaml(schemas: Schemas, language: str) -> bytes:
    """A document with every field of its kinds as a comment."""
    known, lines = titles.load(), ["resources:"]
    for kind in DOCUMENT:
        lines.append(f"  {kind}: []")
        for name, field in fields.of(kind, schemas[kind]).items():
            title = next(iter(known.of(kind, name)), "") if language != "en" else ""
            about = schemas[kind]["properties"].get(name, {}).get("description", "")
            choices = f" ({', '.join(field.choices)})" if field.choices else ""
            lines.append(f"  #   {name}: {title or about}{choices}")
    return ("\n".join(lines) + "\n").encode()


def _workbook(schemas: Schemas, language: str) -> bytes | None:
    """One workbook with a sheet for each kind; None without the extra [xlsx]."""
    try:
        import xlsxwriter
    except ImportError:
        return None
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True})
        for kind in (*TABLES.values(), STAFF, *DOCUMENT):
            title = schemas[kind].get("x-title", {}).get("zh-CN", kind) if language != "en" else kind
            sheet = book.add_worksheet(title)
            sheet.freeze_panes(1, 0)
            for column, header in enumerate(_headers(kind, schemas, language)):
                sheet.write_string(0, column, header, bold)
                sheet.set_column(column, column, max(12, 2 * len(header)))
    return out.getvalue()
