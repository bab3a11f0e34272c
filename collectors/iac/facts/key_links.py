"""Which key an argument means: through references, aliases and data sources, or as it is written."""

from __future__ import annotations

from typing import Any

from ..code import Code
from ..declared import Declared
from ..ids import identified
from ..value import Hidden, Unknown, references_in
from .tokens import references_of

KEYS = ("aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key")
_ALIASES = ("aws_kms_alias", "data.aws_kms_alias")
_NAMED = (*KEYS, *_ALIASES, "data.aws_kms_key")
_PROVIDERS = "alias/aws/"


def key_id(code: Code, key: Declared) -> str:
    """Return the id of the record of a declared key."""
    return identified(code, key, "kms", "key", key_name(key)).id


def key_name(key: Declared) -> str | None:
    """Return what the cloud knows a key by, where it is known: for a key that is there already."""
    name = key.arguments.text("key_id")
    return name if isinstance(name, str) else None


def key_of(code: Code, user: Declared, value: Any, argument: str) -> str | Unknown | None:
    """Return the id of the key that a value of an argument of `user` means.

    `argument` is the name of the top-level argument; None: it names no key. A key outside this code is returned
    as it is written, an alias of AWS's own key as `alias/aws/SERVICE`.
    """
    return _meant(code, user, value, argument, frozenset())


def is_provider_key(key: str) -> bool:
    """Say whether what `key_of` returned is the key that AWS keeps for a service."""
    return key.startswith(_PROVIDERS)


def _meant(code: Code, user: Declared, value: Any, argument: str, seen: frozenset[str]) -> str | Unknown | None:
    """Follow a value; `seen` are the aliases on the way, which a template may have made a circle."""
    if value is None or value == "":
        return None
    if isinstance(value, str) and _PROVIDERS in value:
        return value[value.index(_PROVIDERS) :]
    found = _named(code, user, value, argument)
    if isinstance(found, Unknown):
        return found
    ids = {_id_of(code, one, seen) for one in found if one.address not in seen}
    if len(ids) == 1:
        return ids.pop()
    # One of several keys, by a condition that is not known.
    return value if isinstance(value, str) and not ids else Unknown(references=references_in(value), operation=argument)


def _named(code: Code, user: Declared, value: Any, argument: str) -> list[Declared] | Unknown:
    """Return the keys, aliases and data sources that a value means."""
    if isinstance(value, Hidden):
        return Unknown("not_in_source", operation=argument)
    if not isinstance(value, str):
        return code.named(value, user, _NAMED, user.references.get(argument, ()))
    if references := references_of(value):
        return code.named(Unknown(references=references, operation=argument), user, _NAMED)
    found: dict[str, Declared] = {}
    for spelling in (value, value.rpartition(":")[2], value.rpartition("/")[2]):
        named = code.named(spelling, user, _NAMED)
        found |= {one.address: one for one in named if _may_be(code, one, value)} if isinstance(named, list) else {}
    near = [one for one in found.values() if code.region_of(one) == code.region_of(user)]
    return near or list(found.values())


def _may_be(code: Code, named: Declared, text: str) -> bool:
    """Say whether an ARN does not name another region or account than that of what has the same name here."""
    parts = text.split(":", 5)
    if len(parts) < 6:
        return True
    return code.region_of(named) in (None, parts[3]) and code.account_of(named) in (None, parts[4])


def _id_of(code: Code, named: Declared, seen: frozenset[str]) -> str | Unknown | None:
    """Return the id of a key, or of the key behind an alias or a data source."""
    if named.type in KEYS:
        return key_id(code, named)
    is_alias = named.type in _ALIASES
    name = named.arguments.text("name" if is_alias else "key_id")
    if isinstance(name, str) and name.startswith(_PROVIDERS):
        return name
    for argument in ("target_key_arn", "target_key_id", "name") if is_alias else ("arn", "key_id"):
        meant = _meant(code, named, named.arguments.value(argument), argument, seen | {named.address})
        if isinstance(meant, str):
            return meant
    return Unknown(operation=named.address)
