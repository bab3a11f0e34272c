"""One read-only transaction in one database."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assay.collector import CollectorFailed, Outcome

from .deadline import Deadline
from .facts import Row, Unread
from .refusals import refused
from .statements import BACK, SAVEPOINT, START, Statement
from .target import Target

if TYPE_CHECKING:
    from psycopg import Connection, Cursor

#: SQLSTATE, or its class of two characters, to the reason of an unread fact.
REASONS = {
    "42501": "denied",
    "57014": "timeout",
    "55P03": "timeout",
    "42": "unsupported",
    "0A": "unsupported",
    "53": "limit",
    "54": "limit",
}
OUTCOMES: dict[str, Outcome] = {"denied": "denied", "timeout": "timeout", "unsupported": "unsupported"}

#: The server itself ends a statement that takes too long; this is how long it may be late.
GRACE_SECONDS = 5


Ledger = Callable[[str, str, Outcome, str, int], None]
"""Notes one read, as `Output.read` does: operation, target, outcome, code, milliseconds."""


@dataclass
class Session:
    """Reads statements; what it may not or cannot read is `Unread`, and the ledger says so."""

    target: Target
    database: str
    ledger: Ledger
    connection: Connection[Row] = field(repr=False)
    _lost: str = ""

    @property
    def encoding(self) -> str:
        """The encoding of the database."""
        return self.connection.info.parameter_status("server_encoding") or ""

    def read(self, statement: Statement) -> list[Row] | Unread:
        """Run one statement of the catalogue."""
        started = time.monotonic()
        answer, code = self._answer(statement)
        outcome: Outcome = OUTCOMES.get(answer.reason, "error") if isinstance(answer, Unread) else "ok"
        milliseconds = int((time.monotonic() - started) * 1000)
        self.ledger(statement.name, f"{self.target.source}/{self.database}", outcome, code, milliseconds)
        return answer

    def begin(self) -> None:
        """Start the transaction; it ends when the connection is closed."""
        self._execute(START)
        self._execute(SAVEPOINT)

    def _answer(self, statement: Statement) -> tuple[list[Row] | Unread, str]:
        from psycopg import Error

        code = ""
        if not self._lost:
            try:
                return self._execute(statement.sql).fetchall(), code
            except (Error, UnicodeDecodeError) as error:
                code = str(getattr(error, "sqlstate", None) or "")
        if not self._lost:
            with suppress(Error):
                self._execute(BACK)
        if self._lost:
            return Unread(self._lost, statement.name), code
        reason = REASONS.get(code) or REASONS.get(code[:2], "corrupt")
        return Unread(reason, statement.grant if reason == "denied" else statement.name), code

    def _execute(self, sql: str) -> Cursor[Row]:
        """Wait no longer than the server may take, and remember how the connection was lost, if it was."""
        deadline = Deadline(self.connection.fileno(), self.target.seconds + GRACE_SECONDS)
        try:
            with deadline:
                return self.connection.execute(sql.encode())
        finally:
            if self.connection.closed:
                self._lost = "timeout" if deadline.passed else "connection_lost"


@contextmanager
def connect(target: Target, database: str, ledger: Ledger) -> Iterator[Session]:
    """Open a transaction for reading alone; raises `CollectorFailed` where there is no connection."""
    place = f"{target.source}/{database}"
    opened = _open(target, database, ledger)
    if isinstance(opened, CollectorFailed):
        ledger("connect", place, OUTCOMES.get(opened.reason, "error"), "", 0)
        raise opened
    ledger("connect", place, "ok", "", 0)
    try:
        yield opened
    finally:
        opened.connection.close()


def _open(target: Target, database: str, ledger: Ledger) -> Session | CollectorFailed:
    """Connect, or return the failure: raised from here it would carry libpq's own words as its context."""
    import psycopg
    from psycopg.rows import dict_row

    try:
        connection = psycopg.Connection.connect(
            **target.connection(database), autocommit=True, prepare_threshold=None, row_factory=dict_row
        )
    except (psycopg.Error, UnicodeError, OSError) as error:
        answered = getattr(error, "pgconn", None)
        return refused(str(error), used_password=bool(answered and answered.used_password))
    session = Session(target, database, ledger, connection)
    try:
        if connection.info.parameter_status("default_transaction_read_only") != "off":
            session.begin()
            return session
        failure = refused("startup parameter", used_password=False)
    except psycopg.Error as error:
        failure = refused(str(error), used_password=False)
    connection.close()
    return failure
