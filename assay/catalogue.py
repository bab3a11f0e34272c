"""The catalogue of the packs in use: checks, controls, frameworks, profiles and the words of reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from assay.check import Check, Words
from assay.errors import PackError
from assay.suggest import unknown


@dataclass(frozen=True)
class Clause:
    """One clause of a framework that a control serves, and how sure the mapping is."""

    framework: str
    clause: str
    confidence: str
    note: str = ""


@dataclass(frozen=True)
class Measure:
    """One measure of the source documents, with its quotation."""

    id: str
    quote: str
    text: str


@dataclass(frozen=True)
class Control:
    """An objective, served by checks, tied to clauses of frameworks."""

    id: str
    title: Words
    objective: Words
    measures: Sequence[Measure] = ()
    clauses: Sequence[Clause] = ()


@dataclass(frozen=True)
class Framework:
    """A law or standard, with what was verified of it."""

    id: str
    name: str
    version: str
    source: str
    verification: str


@dataclass
class Catalogue:
    """All that the packs say about duties; later packs add to earlier ones."""

    checks: dict[str, Check] = field(default_factory=dict)
    controls: dict[str, Control] = field(default_factory=dict)
    frameworks: dict[str, Framework] = field(default_factory=dict)
    profiles: dict[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)
    messages: dict[str, Mapping[str, Words]] = field(default_factory=dict)
    """Policy package to reason code to words."""

    def check(self, id: str) -> Check:
        """Return a check; raises `PackError` with the nearest known id."""
        try:
            return self.checks[id]
        except KeyError:
            raise PackError(unknown("check", id, self.checks)) from None

    def control(self, id: str) -> Control:
        """Return a control; raises `PackError` with the nearest known id."""
        try:
            return self.controls[id]
        except KeyError:
            raise PackError(unknown("control", id, self.controls)) from None

    def framework(self, id: str) -> Framework:
        """Return a framework; raises `PackError` with the nearest known id."""
        try:
            return self.frameworks[id]
        except KeyError:
            raise PackError(unknown("framework", id, self.frameworks)) from None

    def clauses(self, check: Check) -> Sequence[Clause]:
        """Return the clauses that a check serves, through its control."""
        control = self.controls.get(check.control)
        return control.clauses if control else ()
