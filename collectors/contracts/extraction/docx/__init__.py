"""The text of a DOCX file as Word shows it with all tracked changes accepted."""

from __future__ import annotations

from ..content import Content
from .blocks import Blocks
from .package import Package


def read(data: bytes) -> Content:
    """Read the headers, the body with its notes and text boxes, and the footers."""
    package = Package(data)
    content = Content()
    blocks = Blocks(package, content)
    for header in package.referred("headerReference"):
        blocks.take(header, "header", "header")
    blocks.take(package.body, "body", "")
    for footer in package.referred("footerReference"):
        blocks.take(footer, "footer", "footer")
    return content
