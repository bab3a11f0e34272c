"""Where the invented organisation lies: inside an installed assay, beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

from assay.pack import bundled

AS_OF = "2026-11-21T12:00:00+08:00"
"""The day for which the demo is judged, so that it reads the same whenever it is run."""


def folder() -> Path:
    """Return the folder of the invented organisation."""
    return bundled() / "examples"


def recorded() -> Path:
    """Return its whole snapshot, as the demo leaves it behind."""
    return folder() / "snapshot"
