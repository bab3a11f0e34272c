"""Where a finding stands, for tools that show it beside a line of a file in the repository."""

from __future__ import annotations

from pathlib import PurePosixPath

from assay.run import Finding
from assay.text import one_line

STAND_IN = "assay.yaml"
"""File of findings that have none: a live resource is known by the source that the configuration names."""


def path(finding: Finding) -> str:
    """Return the file of a finding, below the folder that was judged; never a path of the machine."""
    return _relative(_place(finding).get("path")) or STAND_IN


def has_path(finding: Finding) -> bool:
    """Say whether the finding has a file of its own."""
    return _relative(_place(finding).get("path")) != ""


def line(finding: Finding) -> int:
    """Return the line of a finding; tools that must have one are given the first."""
    number = _place(finding).get("line")
    return number if isinstance(number, int) and number > 0 else 1


def address(finding: Finding) -> str:
    """Return how the code calls the resource, else its id."""
    return one_line(str(_place(finding).get("address") or finding["resource"]))


def _place(finding: Finding) -> dict[str, object]:
    return finding["location"] or {}


def _relative(written: object) -> str:
    pure = PurePosixPath(one_line(str(written or "")))
    # What lies outside of the repository cannot be linked to; its name alone says enough.
    outside = pure.is_absolute() or ".." in pure.parts
    return pure.name if outside else str(pure) if pure.parts else ""
