"""Empty registers to start from, for `assay init`: CSV, YAML and one workbook, in English or Chinese."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from assay import yaml_reader

from . import editor, fields, titles, workbook
from .fields import Field

Schemas = Mapping[str, Mapping[str, Any]]

_SCHEMA = "register.schema.json"
_STAFF = "staff_member"
_LEFT_OUT = {"aliases", "tags", "env"}
"""What few registers need; they may have it all the same."""
_HEAD = {
    "en": "# Uncomment what you keep. A kind that is [] says that there are none; one that is not here says nothing.",
    "zh-CN": "# 取消注释后填写。某类台账写作 [] 表示“没有”；未列出的类别不作任何说明。",
}


def templates(schemas: Schemas, language: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path, content) of each file; headers in the language, values as the schema writes them."""
    headers = {kind: _headers(kind, schemas, language) for kind in kinds().values()}
    for file, kind in kinds().items():
        yield f"registers/{file}.csv", _csv(list(headers[kind]))
    yield "registers/registers.yaml", _yaml(schemas, language)
    yield f"registers/{_SCHEMA}", json.dumps(editor.schema(schemas), ensure_ascii=False).encode() + b"\n"
    sheets = {_title(kind, schemas, language): fields for kind, fields in headers.items()}
    book = workbook.write(sheets, language)
    if book is not None:
        yield "registers/registers.xlsx", book


@functools.cache
def kinds() -> Mapping[str, str]:
    """Return file to kind, as the file beside this module lists them."""
    found: Mapping[str, str] = yaml_reader.load(Path(__file__).with_suffix(".yaml"))
    return found


def _fields(kind: str, schemas: Schemas) -> dict[str, Field]:
    # A roster is kept by employee number, which makes the id.
    left_out = _LEFT_OUT | ({"id"} if kind == _STAFF else set())
    return {name: field for name, field in fields.of(kind, schemas[kind]).items() if name not in left_out}


def _headers(kind: str, schemas: Schemas, language: str) -> dict[str, Field]:
    known = titles.load()
    found = _fields(kind, schemas)
    if language == "en":
        return found
    return {next(iter(known.of(kind, name)), name): field for name, field in found.items()}


def _title(kind: str, schemas: Schemas, language: str) -> str:
    title: str = schemas[kind].get("x-title", {}).get(language, kind)
    return kind if language == "en" else title


def _csv(headers: list[str]) -> bytes:
    """A header row with a byte order mark, by which spreadsheets know UTF-8."""
    return ("\ufeff" + ",".join(headers) + "\r\n").encode()


def _yaml(schemas: Schemas, language: str) -> bytes:
    """A document in which every kind with all of its fields is a comment."""
    lines = [f"# yaml-language-server: $schema={_SCHEMA}", _HEAD[language], "resources:"]
    for kind in kinds().values():
        title = schemas[kind].get("x-title", {}).get(language, kind)
        lines += [f"  # --- {title} ---", f"  # {kind}:"]
        mark = "-"
        for name, field in _fields(kind, schemas).items():
            lines.append(f"  #   {mark} {name + ':':32} # {_about(kind, field, schemas, language)}".rstrip(" #"))
            mark = " "
    return ("\n".join(lines) + "\n").encode()


def _about(kind: str, field: Field, schemas: Schemas, language: str) -> str:
    """Say in one line what a field holds."""
    title = next(iter(titles.load().of(kind, field.name)), "") if language != "en" else ""
    told = title or schemas[kind]["properties"].get(field.name, {}).get("description", "")
    choices = f" ({', '.join(field.choices)})" if field.choices else ""
    return " ".join(f"{told}{choices}".split())
