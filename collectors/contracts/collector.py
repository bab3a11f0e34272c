"""The collector as the engine sees it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from assay.collector import CollectorFailed, Outcome, Output, Probe, Source

from . import reviewing, stating
from .fields import SECRECY, VENDOR_CONTRACT
from .text import Unreadable

_ENDINGS = frozenset({".pdf", ".docx"})
_OUTCOMES: dict[str, Outcome] = {"denied": "denied", "timeout": "timeout", "unsupported": "unsupported"}


class Contracts:
    """Reads every PDF and DOCX of a folder, and of the folders in it."""

    name = "contracts"
    basis = "documented"
    permissions: Sequence[str] = ("read access to the folder",)
    options: Mapping[str, Any] = {
        "path": {"type": "string", "minLength": 1, "description": "the folder of documents, relative to assay.yaml"},
        "reviews": {"type": "string", "minLength": 1, "description": "what people read in them, by name and date"},
        "kind": {
            "enum": [VENDOR_CONTRACT, SECRECY],
            "description": "what a document is that cannot be read; without it, it may be of either kind",
        },
        "required": ["path"],
    }

    def kinds(self, source: Source) -> Sequence[str]:
        """Return both kinds of document."""
        return [VENDOR_CONTRACT, SECRECY]

    def collect(self, source: Source, out: Output) -> None:
        """Write a resource for each document; raises `CollectorFailed` where there is no folder to read."""
        from .detecting import detect_all
        from .extraction import extract_all
        from .linking import base_id

        reviews = reviewing.of(source, out)
        files = {_id(source, path): path for path in _documents(source)}
        read = extract_all(list(files.values()))
        detected = detect_all(read)
        read |= {path: found for path, found in detected.items() if isinstance(found, Unreadable)}
        contracts = {id: made for id, path in files.items() if not isinstance(made := detected[path], Unreadable)}
        # A copy of a document is the document: it is no second contract that could be meant.
        distinct = {id: contracts[id] for id in {read[files[id]].sha256: id for id in reversed(contracts)}.values()}
        for id, path in files.items():
            found, name = read[path], _shown(source, path)
            if isinstance(found, Unreadable):
                known = source.options.get("kind") or reviewing.kind_of(found.sha256, reviews)
                _tell(out, name, found, known)
                kind = known or VENDOR_CONTRACT
                resource = stating.unread(id, name, found, kind)
            else:
                out.read("read", name, "ok")
                contract = contracts[id]
                kind = contract.kind
                resource = stating.stated(id, name, found, contract, base_id(contract, distinct))
            reviewing.apply(resource, reviews)
            out.resource(kind, resource)

    def probe(self, source: Source) -> Iterable[Probe]:
        """List the documents."""
        try:
            count = len(_documents(source))
        except CollectorFailed as failed:
            return [Probe("read the folder", "missing" if failed.reason == "denied" else "failed", str(failed))]
        return [Probe(f"read the folder: {count} documents", "ok")]


def _tell(out: Output, name: str, found: Unreadable, known: str | None) -> None:
    """Note a document that could not be read: it may be an agreement of confidentiality that is then out of sight."""
    out.read("read", name, _OUTCOMES.get(found.reason, "error"), found.reason)
    if known is None:
        out.incomplete(SECRECY, found.reason, name)
    out.note(f"{name}: {found.told}")


def _documents(source: Source) -> list[Path]:
    """Return the documents in the order of their names; what an editor keeps beside an open one is none."""
    folder = source.path()
    if not folder.is_dir():
        raise CollectorFailed("not_in_source", f"{_shown(source, folder)}: no such folder; correct `path`")
    try:
        return sorted(path for path in _walk(folder) if path.suffix.lower() in _ENDINGS)
    except PermissionError as error:
        raise CollectorFailed("denied", f"{error.filename}: may not be read; allow it to this user") from None


def _walk(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise error

    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if not name.startswith((".", "~$")))


def _shown(source: Source, path: Path) -> str:
    return os.path.relpath(path, source.folder).replace(os.sep, "/")


def _id(source: Source, path: Path) -> str:
    return f"contract:{source.name}:{path.relative_to(source.path()).as_posix()}"
