"""What a report format is: it renders a recorded run; it never decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from assay.catalogue import Catalogue
    from assay.run import Run


@dataclass(frozen=True)
class Context:
    """What a format may know beside the run."""

    catalogue: Catalogue
    """Checks, controls and frameworks of the packs: titles, reasons, remedies in both languages."""
    language: str
    """`en` or `zh-CN`."""
    color: bool
    width: int


@dataclass(frozen=True)
class Format:
    """One module under `reports/`, found by its name."""

    name: str
    render: Callable[[Run, Context, IO[bytes]], None]
    """Write the report; the stream is a temporary file or standard output."""
    beside: Mapping[str, Callable[[IO[bytes]], None]] = field(default_factory=dict)
    """Files that have to lie in the folder of the report, by name; with any, the report needs a path."""
    file: str = ""
    """What the report is called in a folder that the user names; by default `report.NAME`."""
