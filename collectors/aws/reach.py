"""Gives up on an endpoint that has stopped to answer, so that a dead one costs minutes instead of days."""

from __future__ import annotations

import threading
from collections import defaultdict

from .trouble import CallFailed, Trouble

_LOST = ("timeout", "connection_lost")


class Reach:
    """Counts, for each endpoint, the calls in a row that got no answer; shared by all threads."""

    def __init__(self, patience: int = 3) -> None:
        self._patience = patience
        self._lost: dict[tuple[str, str], list[Trouble]] = defaultdict(list)
        self._lock = threading.Lock()

    def check(self, endpoint: tuple[str, str]) -> None:
        """Raise `CallFailed` with the last trouble where the endpoint was given up."""
        with self._lock:
            if len(self._lost[endpoint]) >= self._patience:
                raise CallFailed(self._lost[endpoint][-1])

    def note(self, endpoint: tuple[str, str], trouble: Trouble | None) -> None:
        """Note how a call ended; an endpoint that was given up stays so."""
        with self._lock:
            lost = self._lost[endpoint]
            if trouble is not None and trouble.reason in _LOST:
                lost.append(trouble)
            elif len(lost) < self._patience:
                lost.clear()
