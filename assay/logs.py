"""Logs on standard error, as text or JSON lines; only Assay's own, and never a value of a source."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from assay.text import one_line


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": at, "level": record.levelname.lower(), "logger": record.name, "message": _message(record)}
        return json.dumps(line, ensure_ascii=False)


class _Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return f"{record.levelname.lower()}: {_message(record)}"


def start(level: int, as_json: bool) -> None:
    """Send the logs of `assay` to standard error; other libraries stay silent: theirs may hold signatures."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if as_json else _Text())
    own = logging.getLogger("assay")
    own.handlers[:] = [handler]
    own.setLevel(level)
    own.propagate = False


def hide(scrub: Callable[[str], str]) -> None:
    """Scrub every line from now on."""

    def scrubbed(record: logging.LogRecord) -> bool:
        record.msg, record.args = scrub(record.getMessage()), ()
        return True

    for handler in logging.getLogger("assay").handlers:
        handler.addFilter(scrubbed)


def _message(record: logging.LogRecord) -> str:
    """The message with the kind and place of an error, without its text: that may quote a source."""
    told = one_line(record.getMessage())
    if record.exc_info and record.exc_info[0] is not None:
        trace = record.exc_info[2]
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
        told += f" ({record.exc_info[0].__name__} at {place})"
    return told
