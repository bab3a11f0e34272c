"""Whether a text says something: registers write "none" where there is nothing to say."""

from __future__ import annotations

from assay.derive import Derivation, Missing, Record, View

from .reading import fact


def says(record: Record, field: str) -> bool | None:
    """Return whether a text is there; None where it was not read."""
    text = fact(record, field)
    return None if isinstance(text, Missing) else str(text).strip() not in ("", "none")


def stated(field: str) -> Derivation:
    """Make it a fact whether a text is there."""

    def make(record: Record, _: View) -> object:
        text = fact(record, field)
        return text if isinstance(text, Missing) else says(record, field)

    return Derivation(make)
