"""Snapshots and images: what is copied, whether it is encrypted, with whom it is shared, when it ends."""

from __future__ import annotations

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ...ids import identified
from ...value import Unknown
from ..telling import tell
from .encryption import encryption
from .sharing import state_sharing
from .sorts import BY_TYPE, SORTS, Sort
from .sources import source_id
from .stating import name_of, state_key

__all__ = ["SORTS", "snapshot"]

_COPIES = 8


def snapshot(code: Code, declared: Declared, sort: Sort) -> Resource:
    """Return one copy with its facts."""
    type_, argument = sort.named
    name = name_of(declared.arguments.text(argument)) if argument else None
    resource = identified(code, declared, sort.service, type_, name)
    resource.state("kind", sort.kind)
    tell(resource, "encrypted", encryption(code, declared))
    state_key(resource, code, declared, "kms_key_id")
    tell(resource, "source_id", _origin(code, declared, sort))
    state_sharing(resource, code, declared)
    _state_end(resource, declared, sort)
    return resource


def _origin(code: Code, declared: Declared, sort: Sort) -> str | Unknown:
    """Return what was copied first: a copy of a copy is one of the database."""
    for _ in range(_COPIES):
        found = code.targets(declared, sort.source[0], *sort.source[1])
        if isinstance(found, Unknown):
            return found
        if len(found) != 1:
            return Unknown("not_in_source", operation=sort.source[0])
        if found[0].type not in BY_TYPE:
            return source_id(code, found[0])
        declared, sort = found[0], BY_TYPE[found[0].type]
    return Unknown("not_in_source")


def _state_end(resource: Resource, declared: Declared, sort: Sort) -> None:
    """A copy that is made by hand stays until somebody deletes it, unless it has days of its own."""
    days = declared.arguments.number(sort.days) if sort.days else -1
    if days is None:
        days = Unknown("not_in_source", operation=sort.days or "")
    if days == -1:
        resource.state("retention_days", "none")
        resource.state("expires_at", "none")
        return
    resource.miss("expires_at", "known_after_apply")
    tell(resource, "retention_days", days)
