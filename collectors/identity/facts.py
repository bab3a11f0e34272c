"""What every directory says, or never says, of an account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assay.collector import Resource
from assay.derive import Missing

from . import kinds

_REGISTER = Missing("not_in_source", "kept in a register")
_FACTOR = Missing("unsupported", "a second factor is kept elsewhere")

#: What no directory keeps; a source that does states it afterwards.
NEVER: Mapping[str, Missing] = {
    "vendor_id": _REGISTER,
    "mfa_enabled": _FACTOR,
    "mfa_type": _FACTOR,
    "remote_access": Missing("unsupported", "who may come from outside is decided elsewhere"),
    "has_access_key": Missing("unsupported", "keys are kept by the systems that take them"),
}


def state(resource: Resource, facts: Mapping[str, object], basis: str | None = None) -> None:
    """State what was read and list the rest as unread."""
    for name, value in facts.items():
        if isinstance(value, Missing):
            resource.miss(name, value.reason, value.operation)
        else:
            resource.state(name, value, basis)


def of_person(keys: Sequence[str], kind: object, *, complete: bool, looked_at: str) -> dict[str, object]:
    """Return the facts on the person behind an account.

    Which of the keys fits is told when the roster is at hand. An account without any belongs to nobody where the
    user says that the directory is complete in this, or where no person stands behind its kind; and to no vendor
    unless it is of that kind.
    """
    vendor = {"vendor_id": "none"} if complete and kind != "vendor" else {}
    if kind in kinds.OF_NO_PERSON:
        return {"staff_id": "none", **vendor}
    if keys:
        return {"person_keys": list(keys), **vendor}
    nobody = "none" if complete else Missing("not_in_source", f"names no person in {looked_at}")
    return {"staff_id": nobody, **vendor}


def of_owner(keys: Sequence[str], *, complete: bool, looked_at: str) -> dict[str, object]:
    """Return the fact on who answers for an account; which of the keys fits is told when the roster is at hand."""
    if keys:
        return {"owner_keys": list(keys)}
    return {"owner_staff_id": "none" if complete else Missing("not_in_source", f"names no owner in {looked_at}")}
