"""Names under which a review of access, or a log, covers something."""

from __future__ import annotations

EVERYTHING = "all"
"""What stands for the whole estate."""


def scopes(*ids: str) -> list[str]:
    """Return what a list may hold that covers one of the ids."""
    return [*sorted({*ids}), EVERYTHING]
