"""Waivers: gaps that somebody with a name has accepted until a day (formats, section 8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from assay import schema, yaml_reader
from assay.catalogue import Catalogue
from assay.errors import ConfigError, UsageError
from assay.suggest import unknown
from assay.yaml_reader import Document

Given = Literal["waived", "waiver_expired"]


@dataclass(frozen=True)
class Waiver:
    """One accepted gap."""

    check: str
    resource: str
    """Id, alias or address of the resource."""
    reason: str
    owner: str
    approver: str
    expires: date
    """The last day on which it counts."""
    place: str
    """`FILE:LINE`, for the user."""


@dataclass(frozen=True)
class Waivers:
    """The waivers of an estate, by what they are for."""

    by_target: Mapping[tuple[str, str], Waiver]

    def of(self, check: str, names: Iterable[str]) -> Waiver | None:
        """Return the waiver of a check on a resource, given all names that it goes by."""
        return next((found for name in names if (found := self.by_target.get((check, name)))), None)

    def strangers(self, names: set[str]) -> list[str]:
        """Return a line for each waiver whose target is none of these names."""
        lost = [waiver for waiver in self.by_target.values() if waiver.resource not in names]
        return [f"{waiver.place}: {unknown('resource', waiver.resource, names)}" for waiver in lost]


def load(path: Path, catalogue: Catalogue, today: date) -> Waivers:
    """Read a file of waivers; raises `ConfigError` with file and line for what cannot be meant."""
    document = yaml_reader.load_with_lines(path)
    for where, mistake in schema.mistakes(schema.own("waivers"), document.value):
        place = f"{path}:{document.line(*where)}: {'.'.join(map(str, where)) or 'the file'}"
        raise ConfigError(f"{place}: {mistake}")
    found: dict[tuple[str, str], Waiver] = {}
    for number, given in enumerate(document.value["waivers"]):
        waiver = _waiver(path, document, number, given, catalogue, today)
        key = (waiver.check, waiver.resource)
        if key in found:
            raise ConfigError(f"{waiver.place}: waives what {found[key].place} waives already; keep one of them")
        found[key] = waiver
    return Waivers(found)


def _waiver(
    path: Path, document: Document, number: int, given: Mapping[str, str], catalogue: Catalogue, today: date
) -> Waiver:
    place = f"{path}:{document.line('waivers', number)}"
    try:
        check = catalogue.check(given["check"])
    except UsageError as error:
        raise ConfigError(f"{place}: {error}") from None
    created, expires = (_day(place, given[name]) for name in ("created", "expires"))
    if created > today or expires < created:
        raise ConfigError(f"{place}: is created on {created} and expires on {expires}; today is {today}")
    if given["approver"] == given["owner"]:
        raise ConfigError(f"{place}: owner and approver are the same; somebody else has to approve it")
    return Waiver(check.id, given["resource"], given["reason"], given["owner"], given["approver"], expires, place)


def _day(place: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ConfigError(f"{place}: {text} is no day") from None


def state(waiver: Waiver, today: date) -> Given:
    """Say whether a waiver still counts."""
    return "waived" if today <= waiver.expires else "waiver_expired"
