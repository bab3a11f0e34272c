"""The party of a document by the name that the document gives: a vendor or a person of a register, or nobody for sure.

A name that fits nothing, or more than one, is unread with the reason. Then the document may be anybody's of whom it
can be the document: that none of theirs is out of sight is no fact either.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from assay.derive import Derivation, Missing, Record, View

from . import names
from .reading import fact

VENDOR, STAFF = "vendor", "staff_member"


@dataclass(frozen=True)
class Found:
    """Whom a name may mean."""

    ids: frozenset[str]
    """The parties; one where it is clear."""
    why: Missing
    """Why it is not clear, where it is not."""


@dataclass
class _Known:
    """What a snapshot knows by name, made when it is first asked for."""

    companies: names.Register | None = None
    people: Mapping[str, frozenset[str]] | None = None


_known: WeakKeyDictionary[View, _Known] = WeakKeyDictionary()


def vendor(name: str, view: View) -> Found:
    """Return the vendors that a name may mean."""
    known = _known.setdefault(view, _Known())
    if known.companies is None:
        known.companies = names.Register((item["id"], _names(item)) for item in view.every(VENDOR))
    return _found(name, known.companies.bearers(name), VENDOR, view)


def person(agreement: Record, name: str, view: View) -> Found:
    """Return the people whom an agreement may mean by name and, where it gives one, by employee number."""
    bearers = _people(view).get(names.person(name), frozenset())
    number = agreement.get("party_number")
    if number is not None:
        holder = _by_number(number, view)
        if holder is not None and holder["id"] in bearers:
            return Found(frozenset({holder["id"]}), Missing())
        if holder is not None or any(map(_has_number, bearers)):
            return Found(frozenset(), Missing("not_in_source", f"{number} is not the number of {name} in the roster"))
    found = _found(name, bearers, STAFF, view)
    if len(found.ids) == 1 and not view.complete(STAFF):
        # Somebody of that name may be out of sight.
        return Found(frozenset(), Missing("partial", "the roster was not read wholly"))
    return found


def settled(found: Found) -> object:
    """Return the one party that is meant, or why it is not clear."""
    return next(iter(found.ids)) if len(found.ids) == 1 else found.why


def _found(name: str, ids: set[str] | frozenset[str], kind: str, view: View) -> Found:
    if len(ids) > 1:
        return Found(frozenset(ids), Missing("not_in_source", f"{name} may be {' or '.join(sorted(ids))}"))
    reason = "not_in_source" if view.complete(kind) else "partial"
    return Found(frozenset(ids), Missing(reason, f"no {kind} that was read has the name {name}"))


def _people(view: View) -> Mapping[str, frozenset[str]]:
    known = _known.setdefault(view, _Known())
    if known.people is None:
        bearers: dict[str, set[str]] = {}
        for item in view.every(STAFF):
            for name in _names(item):
                bearers.setdefault(names.person(name), set()).add(item["id"])
        known.people = {name: frozenset(ids) for name, ids in bearers.items()}
    return known.people


def _names(record: Record) -> list[str]:
    return [str(record["name"]), *record.get("aliases", ())]


def _has_number(id: str) -> bool:
    """Say whether the roster names a person by employee number: then that is another's, and no other name of it."""
    return id.startswith("staff:")


def _by_number(number: str, view: View) -> Record | None:
    written = (f"staff:{number}", f"staff:{number.casefold()}", number)
    return next((found for name in written if (found := view.get(STAFF, name)) is not None), None)


def _vendor_id(contract: Record, view: View) -> object:
    """Return the vendor that a contract names; an amendment that names none is with that of its base."""
    name = fact(contract, "vendor_name")
    if not isinstance(name, Missing):
        return settled(vendor(str(name), view))
    base = view.get("vendor_contract", contract.get("amends_contract_id", "none"))
    return name if base is None else base.get("vendor_id", name)


vendor_id = Derivation(_vendor_id)
