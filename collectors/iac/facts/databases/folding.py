"""Several flags told as one: those of the instances of a cluster, which are one record."""

from __future__ import annotations

from collections.abc import Sequence

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ...value import Unknown
from ..telling import tell

Flag = bool | Unknown | None


def tell_worst(resource: Resource, field: str, flags: Sequence[Flag], bad: bool, basis: str | None = None) -> None:
    """State a flag: one bad value decides, a good one needs all."""
    if bad in flags:
        resource.state(field, bad)
        return
    unknown = next((flag for flag in flags if isinstance(flag, Unknown)), None)
    if unknown is None and flags and None not in flags:
        resource.state(field, not bad, basis)
    else:
        tell(resource, field, unknown or Unknown("not_in_source", operation=field))


def tell_upgrades(
    resource: Resource, instances: Sequence[Declared], code: Code, stray: Sequence[Declared] = ()
) -> None:
    """State whether minor versions install themselves, as they do in RDS unless it is told otherwise."""
    argument = "auto_minor_version_upgrade"
    flags = [_upgrades(instance.arguments.flag(argument), instance) for instance in instances]
    is_silent = all(instance.values.get(argument) is None for instance in instances)
    basis = "provider_default" if is_silent else None
    tell_worst(resource, "auto_minor_upgrade", [*flags, *doubts(code, stray, argument, bad=False)], False, basis)


def _upgrades(written: Flag, instance: Declared) -> Flag:
    return True if written is None and instance.is_new else written


def doubts(code: Code, stray: Sequence[Declared], argument: str, bad: bool) -> list[Unknown]:
    """Return why there may be a bad flag that is not seen: instances that may be of any cluster, or of unread code."""
    found = [Unknown(operation=one.address) for one in stray if one.arguments.flag(argument) is not (not bad)]
    return found if code.complete else [*found, Unknown("partial", operation=argument)]
