"""What `assay doctor` learns from reading one bucket: the calls that are not permitted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from assay.collector import Outcome, Probe, Resource

from .answers import Unread
from .cloud import Account
from .operations import Operation
from .reader import Line

_PROVED: tuple[Outcome, ...] = ("ok", "absent", "unsupported")


class ReadsOnly:
    """An output that keeps the reads and lets go of everything else."""

    def __init__(self) -> None:
        self.lines: list[Line] = []

    def read(self, operation: str, target: str, outcome: Outcome, code: str = "", ms: int = 0) -> None:
        """Keep one read."""
        self.lines.append(Line(operation, target, outcome, code, ms))

    def resource(self, kind: str, resource: Resource) -> None:
        """Let go of a resource."""

    def incomplete(self, kind: str, reason: str, operation: str = "") -> None:
        """Let go of a gap."""

    def data_as_of(self, day: date) -> None:
        """Let go of a day."""

    def note(self, line: str) -> None:
        """Let go of a note."""


def missing(operations: Iterable[Operation], lines: Sequence[Line]) -> Iterator[Probe]:
    """Yield what was tried of each operation; one that nothing called for is left out."""
    for operation in operations:
        tried = [line for line in lines if line.operation == operation.label]
        bad = next((line for line in tried if line.outcome not in _PROVED), None)
        if bad:
            what = operation.action or operation.label
            detail = f"{bad.code} on {bad.target}"
            yield Probe(what, "missing" if bad.outcome == "denied" else "failed", detail, operation.fields)
        elif tried:
            yield Probe(operation.action or operation.label, "ok")


def excess(identity: Account | Unread | None) -> list[Probe]:
    """Return what can be told of rights in excess without reading IAM: the root user gives itself away."""
    if not isinstance(identity, Account):
        return []
    if identity.arn.endswith(":root"):
        return [Probe(identity.arn, "excess", "the source reads as the root user of the account: use a role")]
    return [Probe(identity.arn, "ok", "rights in excess cannot be told from here: compare its policies by hand")]
