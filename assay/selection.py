"""Which checks run: `--only`, `--skip`, `--framework`, `--severity`; unknown names stop the run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assay.catalogue import Catalogue
from assay.check import SEVERITIES, Check
from assay.errors import UsageError
from assay.suggest import unknown


@dataclass(frozen=True)
class Selection:
    """What the user asked for; empty means everything."""

    only: Sequence[str] = ()
    skip: Sequence[str] = ()
    frameworks: Sequence[str] = ()
    severity: str | None = None
    """The lowest severity that is of interest."""
    stage: str | None = None
    """`scan`, `gate` or `assess`: only checks that belong to it; None means all."""
    sources: frozenset[str] = field(default_factory=frozenset)
    """Names of the sources, which `--only` and `--skip` may name too: then only their resources are judged."""

    @property
    def left_out(self) -> list[str]:
        """The sources whose resources are not judged."""
        only = self.sources & set(self.only)
        return sorted((self.sources - only if only else only) | (self.sources & set(self.skip)))


def choose(catalogue: Catalogue, selection: Selection) -> list[Check]:
    """Return the checks that the selection leaves, in order of their ids; raises `UsageError`."""
    return [check for check in _wanted(catalogue, selection) if belongs(check, selection)]


def elsewhere(catalogue: Catalogue, selection: Selection) -> list[Check]:
    """Return the checks that the selection would leave and that belong to another stage."""
    return [check for check in _wanted(catalogue, selection) if not belongs(check, selection)]


def belongs(check: Check, selection: Selection) -> bool:
    """Say whether a check belongs to the stage of a selection."""
    return selection.stage is None or selection.stage in check.stages


def _wanted(catalogue: Catalogue, selection: Selection) -> list[Check]:
    for name in (*selection.only, *selection.skip):
        _known(catalogue, name, selection.sources)
    for name in selection.frameworks:
        catalogue.framework(name)
    only = [name for name in selection.only if name not in selection.sources]
    chosen = []
    for check in sorted(catalogue.checks.values(), key=lambda check: check.id):
        if only and not any(_fits(check, name) for name in only):
            continue
        if any(_fits(check, name) for name in selection.skip):
            continue
        if selection.frameworks and not _serves(catalogue, check, selection.frameworks):
            continue
        if selection.severity is None or _at_least(check, selection.severity):
            chosen.append(check)
    return chosen


def at_or_above(severity: str, level: str) -> bool:
    """Say whether a severity is the level or worse."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(level)


def parameters(
    catalogue: Catalogue,
    checks: Iterable[Check],
    profiles: Sequence[str],
    estate: Mapping[str, Mapping[str, object]],
) -> dict[str, dict[str, object]]:
    """Return the effective parameters by check: default, then profiles in order, then those of the estate.

    Raises `UsageError` for an unknown profile, check or parameter.
    """
    for profile in profiles:
        if profile not in catalogue.profiles:
            raise UsageError(unknown("profile", profile, catalogue.profiles))
    for id, values in estate.items():
        check = catalogue.check(id)
        for name, value in values.items():
            if name not in check.parameters:
                raise UsageError(f"parameters: {id}: {unknown('parameter', name, check.parameters)}")
            if not _alike(value, check.parameters[name]):
                shape = json.dumps(check.parameters[name], ensure_ascii=False)
                raise UsageError(f"parameters: {id}: {name} is not of the form of its default, {shape}")
    effective = {}
    for check in checks:
        layers = [catalogue.profiles[profile].get(check.id, {}) for profile in profiles]
        effective[check.id] = _layered(check, [*layers, estate.get(check.id, {})])
    return effective


def _alike(value: object, default: object) -> bool:
    """Say whether a value has the shape of its default: engines compare a number with a text, and pass."""
    match default:
        case bool():
            return isinstance(value, bool)
        case int():
            return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 10**6
        case list():
            kept = [str] if not default else [type(item) for item in default]
            return isinstance(value, list) and all(type(item) in kept for item in value)
        case dict():
            one = next(iter(default.values()))
            return isinstance(value, dict) and all(_alike(item, one) for item in value.values())
        case _:
            return isinstance(value, str)


def _layered(check: Check, layers: Sequence[Mapping[str, object]]) -> dict[str, object]:
    made = dict(check.parameters)
    for layer in layers:
        for name, value in layer.items():
            if name in made and isinstance(value, dict) and isinstance(made[name], dict):
                made[name] = {**made[name], **value}
            elif name in made:
                made[name] = value
    return made


def _known(catalogue: Catalogue, name: str, sources: frozenset[str]) -> None:
    if name in sources or any(_fits(check, name) for check in catalogue.checks.values()):
        return
    names = {*catalogue.checks, *(check.control for check in catalogue.checks.values())}
    names |= {check.kind for check in catalogue.checks.values()} | set(sources)
    names |= {f"tag:{tag}" for check in catalogue.checks.values() for tag in check.tags}
    raise UsageError(unknown("check, control, kind, source or tag", name, names))


def _fits(check: Check, name: str) -> bool:
    if name.startswith("tag:"):
        return name[4:] in check.tags
    return name in (check.id, check.control, check.kind)


def _serves(catalogue: Catalogue, check: Check, frameworks: Sequence[str]) -> bool:
    return any(clause.framework in frameworks for clause in catalogue.clauses(check))


def _at_least(check: Check, level: str) -> bool:
    worst = [check.severity, *(rule.severity for rule in check.severity_when)]
    return any(at_or_above(severity, level) for severity in worst)
