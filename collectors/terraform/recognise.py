"""Tells a plan, or a folder of HCL, by its content; loaded for every path given to the gate, so it is small."""

from __future__ import annotations

import codecs
import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

ROLE = "code"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SUFFIXES = (".tf", ".tf.json")
_MAX_READ = 1 << 20

_MEMBER = re.compile(
    r'"(format_version|terraform_version|@level|lineage|applyable|planned_values|resource_changes|provider_config)"\s*:'
)
_SOURCE = re.compile(r"""["']?source["']?\s*[=:]\s*"(\.{1,2}/[^"]*)\"""")


def recognises(path: Path, head: bytes) -> bool:
    """Say whether it is a plan, something that is easily taken for one, or a folder that holds HCL.

    Binary plans, states and logs are taken too: the reader says what they are and how to make a plan of them.
    """
    if path.is_dir():
        return any(True for _ in _files(path))
    if head.startswith(b"PK\x03\x04"):
        return b"tfplan" in head
    text = head.decode("utf-16" if head.startswith(_UTF16) else "utf-8", "ignore").lstrip("\ufeff \t\r\n")
    return text.startswith("{") and _MEMBER.search(text) is not None


def parts(path: Path) -> list[Path]:
    """Return the folders of the modules that a folder calls."""
    if not path.is_dir():
        return []
    sources = (match[1] for text in map(_text, _files(path)) for match in _SOURCE.finditer(text))
    return [path / source for source in dict.fromkeys(sources)]


def _files(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from (file for file in folder.iterdir() if file.name.endswith(_SUFFIXES) and file.is_file())


def _text(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return stream.read(_MAX_READ).decode("utf-8", "ignore")
    except OSError:
        return ""
