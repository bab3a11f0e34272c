"""What a collector is: it reads one source and writes resources; it never judges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, Protocol
from zoneinfo import ZoneInfo

Outcome = Literal["ok", "absent", "denied", "timeout", "unsupported", "error"]

#: Why a fact could not be read (formats, section 3).
REASONS = frozenset(
    "denied throttled timeout connection_lost partial stale limit unsupported known_after_apply "
    "not_in_source no_text locked corrupt policy_error engine_lost worker_lost".split()
)


@dataclass(frozen=True)
class Source:
    """One entry under `sources:` of `assay.yaml`, with all that a collector may know of the estate."""

    name: str
    collector: str
    options: Mapping[str, Any]
    """The keys of the entry beside name and collector, already checked against the collector's schema."""
    folder: Path
    """The folder of `assay.yaml`; relative paths in the options start here."""
    zone: ZoneInfo
    at: datetime
    """The time of the snapshot, with offset."""
    schemas: Mapping[str, Mapping[str, Any]]
    """The JSON Schema of every kind of the pack, by kind."""

    def path(self, option: str = "path") -> Path:
        """Return the path that an option names, relative to the configuration."""
        return self.folder / str(self.options[option])


@dataclass
class Resource:
    """One thing of a kind on its way into the snapshot: facts, and what could not be read with the reason."""

    id: str
    name: str
    facts: dict[str, Any] = field(default_factory=dict)
    unread: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Field to (reason, operation)."""
    aliases: list[str] = field(default_factory=list)
    basis: dict[str, str] = field(default_factory=dict)
    """Basis of single facts where it is not that of the collector."""
    location: Mapping[str, Any] | None = None

    def state(self, name: str, value: object, basis: str | None = None) -> None:
        """State a fact; a field is never None: what was read and is not there is "none", "never", 0 or []."""
        if value is None:
            raise ValueError(f"{self.id}: {name} is None; state a fact or call miss()")
        self.facts[name] = value
        self.unread.pop(name, None)
        if basis is not None:
            self.basis[name] = basis

    def miss(self, name: str, reason: str, operation: str = "") -> None:
        """Say that a field was tried and could not be read; a fact stated before stands no longer."""
        if reason not in REASONS:
            raise ValueError(f"{self.id}: {reason!r} is no reason")
        self.facts.pop(name, None)
        self.unread[name] = (reason, operation)


class Output(Protocol):
    """Where a collector writes."""

    def resource(self, kind: str, resource: Resource) -> None:
        """Write one resource."""

    def read(self, operation: str, target: str, outcome: Outcome, code: str = "", ms: int = 0) -> None:
        """Note one read in the ledger; never put a value, a secret or a row into `code`."""

    def incomplete(self, kind: str, reason: str, operation: str = "") -> None:
        """Say that resources of this kind may be missing, so that absence is no fact."""

    def data_as_of(self, day: date) -> None:
        """Say of which day the source's facts are, where that is not the day of the snapshot."""

    def note(self, line: str) -> None:
        """Tell the user one thing that needs a hand: a bad row, an unmatched name (file, place, remedy)."""


@dataclass(frozen=True)
class Probe:
    """One thing that `assay doctor` tried: a permission that a source needs, or one in excess."""

    what: str
    outcome: Literal["ok", "missing", "excess", "failed"]
    detail: str = ""
    needed_for: Sequence[str] = ()
    """Fields that stay unread without it, as `kind.field`."""


class CollectorFailed(Exception):
    """The source could not be read at all; the message says what and the remedy, without any secret."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class Collector(Protocol):
    """One module per source kind under `collectors/`, found by the name that `assay.yaml` gives."""

    name: str
    basis: str
    """Basis of its facts: observed, documented or declared."""
    options: Mapping[str, Any]
    """JSON Schema `properties` of its entry in `assay.yaml`; `required` is listed under "required"."""
    permissions: Sequence[str]
    """The exact permissions it needs, as a reader would grant them."""

    def kinds(self, source: Source) -> Sequence[str]:
        """Return the kinds that this source feeds, known before it is read."""

    def collect(self, source: Source, out: Output) -> None:
        """Read the source; raises `CollectorFailed` where nothing at all could be read."""

    def probe(self, source: Source) -> Iterable[Probe]:
        """Try what the source needs, for `assay doctor`; reads nothing else and changes nothing."""
