"""Writes small DOCX files from the XML of their parts."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{{w}}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_PARTS = ("styles", "numbering", "footnotes", "endnotes", "header1", "footer1")


def p(content: str, properties: str = "") -> str:
    """Return a paragraph of runs, or of plain text."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{r(content)}</w:p>"


def r(content: str, properties: str = "") -> str:
    """Return a run of text; what is XML already stays as it is."""
    if content.startswith("<"):
        return content
    about = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{content}</w:t></w:r>'


def table(*rows: tuple[str, ...]) -> str:
    """Return a table; a cell is XML or plain text."""
    made = ("".join(map(_cell, row)) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{cells}</w:tr>' for cells in made)}</w:tbl>"


def _cell(content: str) -> str:
    return f"<w:tc>{content if content.startswith('<w:') else p(content)}</w:tc>"


def parts(body: str, space: str = W, relations: str = "", **more: str) -> dict[str, str]:
    """Return the parts of a file; `more` is the content of the parts that the document refers to, by their names."""
    names = _NAMES.format(w=space)
    made = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _related({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _related(
            {f"rId_{name}": (name.rstrip("1"), f"{name}.xml") for name in _PARTS if name in more}, relations
        ),
    }
    return made | {f"word/{name}.xml": f"<w:part {names}>{content}</w:part>" for name, content in more.items()}


def _related(parts: Mapping[str, tuple[str, str]], more: str = "") -> str:
    lines = (f'<Relationship Id="{id}" Type="{_R}/{kind}" Target="{path}"/>' for id, (kind, path) in parts.items())
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(lines)}{more}</Relationships>'


def write(path: Path, content: Mapping[str, str | bytes]) -> Path:
    """Write parts to a file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path
