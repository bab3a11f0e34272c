"""Checks that what the checks and profiles of the packs name is there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assay.catalogue import Catalogue
from assay.check import Check
from assay.errors import PackError
from assay.suggest import unknown

Schemas = Mapping[str, Mapping[str, Any]]


def bind(catalogue: Catalogue, reads: Mapping[str, object], schemas: Schemas) -> None:
    """Look for every name in its place; raises `PackError` with the nearest known one."""
    policies = [package for package in reads if not package.startswith("lib.")]
    for check in catalogue.checks.values():
        place = f"check {check.id}"
        _known(place, "policy", check.policy, policies)
        _known(place, "control", check.control, catalogue.controls)
        if check.policy not in catalogue.messages:
            raise PackError(f"{place}: the policy {check.policy} has no messages.yaml")
        for kind in (check.kind, *(step.kind for step in check.related)):
            _known(place, "kind", kind, schemas)
        _steps(place, check, schemas)
        for rule in check.severity_when:
            for name, _ in rule.conditions:
                _known(f"{place}: severity_when", "field", name, schemas[check.kind]["properties"])
    _profiles(catalogue)


def _steps(place: str, check: Check, schemas: Schemas) -> None:
    reached = {check.kind}
    for step in check.related:
        told = f"{place}: related {step.kind}"
        _known(f"{told}: from", "kind reached before", step.start, reached)
        for name in (step.by, step.value):
            if name is not None:
                _known(told, f"field of {step.start}", name, schemas[step.start]["properties"])
        if step.of is not None:
            _known(told, f"field of {step.kind}", step.of, schemas[step.kind]["properties"])
        reached.add(step.kind)


def _profiles(catalogue: Catalogue) -> None:
    for profile, checks in catalogue.profiles.items():
        for id, values in checks.items():
            # A profile may speak of checks that no pack in use has: it is written once for several packs.
            for name in values if id in catalogue.checks else ():
                _known(f"profile {profile}: {id}", "parameter", name, catalogue.checks[id].parameters)


def _known(place: str, what: str, name: str, names: Any) -> None:
    if name not in names:
        raise PackError(f"{place}: {unknown(what, name, names)}")
