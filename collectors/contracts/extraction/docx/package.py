"""The parts of a DOCX file; nothing outside the file is ever opened."""

from __future__ import annotations

import functools
import io
import posixpath
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from assay.sandbox import SandboxFailed

from ....tables import zip_guard
from . import names

_BROKEN = SandboxFailed("corrupt", "is no whole DOCX file; save it anew")


class Package:
    """A DOCX file; raises `SandboxFailed` where it is hostile or damaged."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            zip_guard.check(self._archive)
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise _BROKEN from None
        mains = [path for kind, path in self._relations("").values() if kind == "officeDocument"]
        document = self._part(mains[0]) if mains else None
        body = names.child(document, "body")
        if document is None or body is None:
            raise _BROKEN
        self._main = mains[0]
        self._document = document
        self.body = body

    def related(self, kind: str) -> ET.Element | None:
        """Return the part of the document that has this relation to it, such as `footnotes`."""
        paths = [path for about, path in self._of_document.values() if about == kind]
        return self._part(paths[0]) if paths else None

    def referred(self, reference: str) -> Iterator[ET.Element]:
        """Yield each part once that elements of this name refer to by its id, in the order of the document."""
        ids = [names.value(element, "id") for element in names.descendants(self._document, reference)]
        for path in dict.fromkeys(self._of_document[id][1] for id in ids if id in self._of_document):
            part = self._part(path)
            if part is not None:
                yield part

    @functools.cached_property
    def _of_document(self) -> dict[str, tuple[str, str]]:
        return self._relations(self._main)

    def _relations(self, source: str) -> dict[str, tuple[str, str]]:
        """Return by its id the kind and the path of every part that a part refers to; what lies outside is left out."""
        folder, name = posixpath.split(source)
        root = self._part(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            one.get("Id", ""): (one.get("Type", "").rpartition("/")[2], _path(folder, one.get("Target", "")))
            for one in (root if root is not None else ())
            if one.get("TargetMode") != "External"
        }

    def _part(self, path: str) -> ET.Element | None:
        try:
            return ET.fromstring(self._archive.read(path))  # noqa: S314 - zip_guard has refused every DOCTYPE and ENTITY
        except KeyError:
            return None
        except (ET.ParseError, zipfile.BadZipFile):
            raise _BROKEN from None


def _path(folder: str, target: str) -> str:
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
