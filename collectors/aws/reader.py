"""Asks the questions about one target and keeps what came of each, for the ledger."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from assay.collector import Outcome, Output

from .answers import Answer, Found, NotSet, Unread
from .dialect import Dialect
from .operations import Operation
from .trouble import CallFailed, Trouble


class Calls(Protocol):
    """What carries a call out; raises `CallFailed` where it brought no answer."""

    home: str

    def call(self, operation: Operation, region: str = "", **parameters: object) -> Mapping[str, Any]:
        """Carry out one operation."""

    def pages(self, operation: Operation) -> Iterator[Mapping[str, Any]]:
        """Yield the pages of a list."""

    def address(self, service: str) -> str:
        """Return host and port that a service is called at."""

    def is_aws(self, service: str) -> bool:
        """Whether calls of a service go to a host of AWS itself."""


class Vanished(Exception):
    """The bucket that is asked about is not there any more."""


class Line(NamedTuple):
    """One line of the ledger."""

    operation: str
    target: str
    outcome: Outcome
    code: str
    ms: int


@dataclass
class Reader:
    """One reader belongs to one thread; its lines go to the ledger when all are done, in a stable order."""

    calls: Calls
    target: str
    dialect: Dialect
    lines: list[Line] = field(default_factory=list)

    def ask(self, operation: Operation, region: str = "", **parameters: object) -> Answer:
        """Carry out one operation; raises `Vanished` where the bucket is gone."""
        started = time.monotonic()
        try:
            body = self.calls.call(operation, region, **parameters)
        except CallFailed as failed:
            return self._failed(operation, failed.trouble, started)
        return self._answered(operation, body, started)

    def list_all(self, operation: Operation) -> tuple[list[Mapping[str, Any]], Trouble | None]:
        """Return the pages of a list as far as they came, and what broke it off."""
        started = time.monotonic()
        pages = []
        try:
            for page in self.calls.pages(operation):
                pages.append(page)
        except CallFailed as failed:
            self._note(operation, failed.trouble.outcome, failed.trouble.code, started)
            return pages, failed.trouble
        self._note(operation, "ok", "", started)
        return pages, None

    def write(self, out: Output) -> None:
        """Hand the lines to the ledger."""
        for line in self.lines:
            out.read(*line)

    def _failed(self, operation: Operation, trouble: Trouble, started: float) -> Answer:
        if trouble.code == "NoSuchBucket":
            self._note(operation, "absent", trouble.code, started)
            raise Vanished
        if trouble.code in operation.absent:
            self._note(operation, "absent", trouble.code, started)
            return NotSet()
        self._note(operation, trouble.outcome, trouble.code, started)
        return Unread(trouble.reason, operation.label)

    def _answered(self, operation: Operation, body: Mapping[str, Any], started: float) -> Answer:
        value = body.get(operation.holds) if operation.holds else body
        if value:
            self._note(operation, "ok", "", started)
            return Found(value)
        if operation.name in self.dialect.empty_is_not_set:
            self._note(operation, "absent", "", started)
            return NotSet()
        self._note(operation, "unsupported", "empty", started)
        return Unread("unsupported", operation.label)

    def _note(self, operation: Operation, outcome: Outcome, code: str, started: float) -> None:
        ms = round((time.monotonic() - started) * 1000)
        self.lines.append(Line(operation.label, self.target, outcome, code, ms))
