"""Assessments that were made of a vendor: the first that counts, and whether an earlier one may be out of sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assay.derive import Derivation, Derivations, Missing, Record, View

from .reading import fact
from .registers import all_named
from .terms import since

_SCOPE = ("risk_assessment", "scope_ids")
_KINDS = ("pia", "vendor")
"""An impact assessment of the processing, and one of the vendor."""
_DAYS, _DAY = 0, 1


def _dated(vendor: Record, view: View) -> Iterator[tuple[int, str] | Missing]:
    """Yield days since and date of each assessment that is done; of one that may count and be done, the reason."""
    for assessment in view.where(*_SCOPE, vendor["id"]):
        days, kind = since(assessment, "performed_at", view), fact(assessment, "kind")
        if (isinstance(days, int) and days < 0) or not (isinstance(kind, Missing) or kind in _KINDS):
            continue
        unread = [why for why in (days, kind) if isinstance(why, Missing)]
        if unread:
            yield unread[0]
        elif isinstance(days, int):
            yield days, str(assessment["performed_at"])


def _first(vendor: Record, view: View) -> tuple[int, str] | None:
    return max((found for found in _dated(vendor, view) if not isinstance(found, Missing)), default=None)


def _assessments_read(vendor: Record, view: View) -> object:
    open_ = next((found for found in _dated(vendor, view) if isinstance(found, Missing)), None)
    return open_ or all_named(view, *_SCOPE) or Missing("partial")


def _of_first(part: int) -> Callable[[Record, View], object]:
    """Make a fact of the first assessment; "none" where there is none."""

    def make(vendor: Record, view: View) -> object:
        first = _first(vendor, view)
        if first:
            return first[part]
        read = _assessments_read(vendor, view)
        return read if isinstance(read, Missing) else "none"

    return make


def _was_assessed(vendor: Record, view: View) -> object:
    day = _of_first(_DAY)(vendor, view)
    return day if isinstance(day, Missing) else day != "none"


ASSESSMENTS: Derivations = {
    "assessed_at": Derivation(_of_first(_DAY), uses=[_SCOPE]),
    "days_since_assessed": Derivation(_of_first(_DAYS), uses=[_SCOPE]),
    "was_assessed": Derivation(_was_assessed, uses=[_SCOPE]),
    "assessments_read": Derivation(_assessments_read, uses=[_SCOPE]),
}
