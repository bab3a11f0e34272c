"""How much of a party's records is in sight."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakKeyDictionary

from assay.derive import Derivation, Record, View

# Asked for every vendor and contract, so answered once for a snapshot.
_answers: WeakKeyDictionary[View, dict[tuple[str, str], bool]] = WeakKeyDictionary()


def all_fit(view: View, kind: str, what: str, fits: Callable[[Record], bool]) -> bool:
    """Return whether a register was read wholly and every record in it fits; `what` names the question."""
    known = _answers.setdefault(view, {})
    if (kind, what) not in known:
        known[kind, what] = view.complete(kind) and all(map(fits, view.every(kind)))
    return known[kind, what]


def all_named(view: View, kind: str, field: str) -> bool:
    """Return whether a register was read wholly and each record in it names its party.

    A record whose party was not read may concern anybody: then nobody's records are known to be all.
    """
    return view.complete(kind, field)


def completeness(kind: str, field: str) -> Derivation:
    """Make it a fact that no record of the party can be out of sight."""
    return Derivation(lambda record, view: all_named(view, kind, field))
