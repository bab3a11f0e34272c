"""A check: a policy bound to a duty, as `checks/<family>/<ID>.yaml` writes it (formats, section 2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

SEVERITIES = ("critical", "high", "medium", "low")

Words = Mapping[str, str]
"""A text in both languages: `en` and `zh-CN`."""


@dataclass(frozen=True)
class Related:
    """One step of a join: how records of another kind are found.

    `by`: the field of the record we stand on that holds ids (or aliases) of `kind`; `of`: the field of `kind`
    that holds our id, or, with `value`, that field's value of ours. Neither: all records of the kind.
    """

    kind: str
    start: str
    """The kind that we stand on: the check's own, or one that an earlier step reached."""
    by: str | None = None
    of: str | None = None
    value: str | None = None


@dataclass(frozen=True)
class SeverityWhen:
    """A severity that replaces the check's own where all its conditions hold."""

    severity: str
    conditions: Sequence[tuple[str, Sequence[Any]]]

    def holds(self, record: Mapping[str, Any]) -> bool:
        """Say whether every condition is met by a fact of the record."""
        return all(name in record and record[name] in values for name, values in self.conditions)


@dataclass(frozen=True)
class Check:
    """A policy bound to a duty: kind, parameters, severity, control, and the words about it."""

    id: str
    control: str
    kind: str
    policy: str
    title: Words
    why: Words
    remedy: Words
    severity: str
    related: Sequence[Related] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict)
    clauses: Mapping[str, str] = field(default_factory=dict)
    """Parameter to the clause that sets its value."""
    severity_when: Sequence[SeverityWhen] = ()
    stages: Sequence[str] = ("scan", "assess")
    tags: Sequence[str] = ()
    fix: Mapping[str, str] = field(default_factory=dict)
    pack: str = "assay"

    @classmethod
    def parse(cls, data: Mapping[str, Any], pack: str) -> Check:
        """Build a check from a document that its schema has accepted."""
        parameters = data.get("parameters", {})
        return cls(
            id=data["id"],
            control=data["control"],
            kind=data["kind"],
            policy=data["policy"],
            title=data["title"],
            why=data["why"],
            remedy=data["remedy"],
            severity=data["severity"],
            related=tuple(_related(step, data["kind"]) for step in data.get("related", ())),
            parameters={name: value["default"] for name, value in parameters.items()},
            clauses={name: value["clause"] for name, value in parameters.items() if value.get("clause")},
            severity_when=tuple(_severity_when(rule) for rule in data.get("severity_when", ())),
            stages=tuple(data.get("stages", ("scan", "assess"))),
            tags=tuple(data.get("tags", ())),
            fix={name: text for name, text in data.get("fix", {}).items() if text},
            pack=pack,
        )

    def severity_of(self, record: Mapping[str, Any]) -> str:
        """Return the severity for one resource; the first rule that holds decides."""
        for rule in self.severity_when:
            if rule.holds(record):
                return rule.severity
        return self.severity


def _related(step: Mapping[str, str], kind: str) -> Related:
    return Related(step["kind"], step.get("from", kind), step.get("by"), step.get("of"), step.get("value"))


def _severity_when(rule: Mapping[str, Any]) -> SeverityWhen:
    conditions = rule.get("all") or [rule]
    return SeverityWhen(rule["severity"], tuple((c["field"], tuple(c["in"])) for c in conditions))
