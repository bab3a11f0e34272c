"""Names and keys, where the code tells them."""

from __future__ import annotations

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ...value import Unknown
from ..key_links import key_of
from ..telling import tell


def name_of(value: str | Unknown | None) -> str | None:
    """Return a name where it is known."""
    return value if isinstance(value, str) else None


def state_key(resource: Resource, code: Code, declared: Declared, argument: str) -> None:
    """State the key that an argument names, if it names one."""
    key = key_of(code, declared, declared.arguments.value(argument), argument)
    if key is not None:
        tell(resource, "key_id", key)
