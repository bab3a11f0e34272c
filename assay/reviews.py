"""Reviews: what a person read in a document and vouches for, with name and date."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assay import files, schema, yaml_reader
from assay.errors import ConfigError

SURE = 0.9
"""Confidence from which a detector's word needs nobody (formats, section 7)."""
OF_THE_DOCUMENT = frozenset({"no_text", "locked", "corrupt", "limit", "partial"})
"""Reasons for which a person may read what a program could not."""
Review = Mapping[str, Any]


@dataclass(frozen=True)
class Question:
    """One field of a document that a person should look at."""

    resource: str
    document: str
    field: str
    why: str
    value: object = None
    quote: str = ""
    where: str = ""


def questions(record: Mapping[str, Any], reviewed: Sequence[Review]) -> Iterator[Question]:
    """Yield what of a document needs a person: what was found without being sure, and what could not be read."""
    document = record.get("document_sha256")
    if document is None:
        return
    done = answered(document, reviewed) | _declared(record)
    for field, other in sorted(record.get("differs", {}).items()):
        if field not in answered(document, reviewed):
            why = f"{other['source']} says {json.dumps(other['value'], ensure_ascii=False)}"
            yield Question(record["id"], document, field, why, record.get(field), *_proof(record, field))
    for field, found in sorted(record.get("extracted", {}).items()):
        if found["confidence"] < SURE and not {field, _about(field, record)} & done:
            # What is no field is a clause: it was found, or it would not be here.
            value, sure = record.get(field, "present"), f"{found['confidence']:.0%} sure"
            yield Question(record["id"], document, field, sure, value, found["quote"], found["where"])
    for item in record["unread"]:
        if item["reason"] in OF_THE_DOCUMENT and item["field"] not in done:
            yield Question(record["id"], document, item["field"], item["reason"])


def answered(document: str, reviewed: Sequence[Review]) -> set[str]:
    """Return the fields of a document for which a person gave the answer."""
    return {review["field"] for review in reviewed if review["document_sha256"] == document}


def _declared(record: Mapping[str, Any]) -> set[str]:
    """Return the fields for which a register vouches already."""
    return {field for field, basis in record.get("basis_of", {}).items() if basis == "declared"}


def _about(field: str, record: Mapping[str, Any]) -> str:
    """Return the field that says what was found: what is no field of its own is a clause."""
    return field if field in record else "clauses_present"


def _proof(record: Mapping[str, Any], field: str) -> tuple[str, str]:
    found = record.get("extracted", {}).get(field, {})
    return found.get("quote", ""), found.get("where", "")


def load(path: Path) -> list[dict[str, Any]]:
    """Read a file of reviews; raises `ConfigError` with file and line."""
    document = yaml_reader.load_with_lines(path)
    for where, mistake in schema.mistakes(schema.own("reviews"), document.value):
        place = f"{path}:{document.line(*where)}: {'.'.join(map(str, where)) or 'the file'}"
        raise ConfigError(f"{place}: {mistake}")
    reviews: list[dict[str, Any]] = document.value["reviews"]
    return reviews


def add(path: Path, reviews: Sequence[Review]) -> None:
    """Add reviews to a file, whole or not at all; a later one of the same field replaces the earlier."""
    kept = {(item["document_sha256"], item["field"]): item for item in (load(path) if path.exists() else [])}
    kept |= {(item["document_sha256"], item["field"]): item for item in reviews}
    lines = [f"  - {json.dumps(item, ensure_ascii=False)}\n" for _, item in sorted(kept.items())]
    with files.whole(path, 0o644) as file:
        file.write(("reviews:\n" + "".join(lines)).encode())
