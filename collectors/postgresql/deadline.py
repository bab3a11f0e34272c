"""An end to waiting for a server that no longer answers: its own time limits do not help then."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from threading import Timer
from types import TracebackType


class Deadline:
    """Shuts a connection down when the time is up, so that whoever reads from it wakes with an error."""

    def __init__(self, descriptor: int, seconds: float) -> None:
        self.passed = False
        # A copy: libpq may close its own descriptor, and the number may then be another's.
        self._socket = socket.socket(fileno=os.dup(descriptor))
        self._timer = Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        self._timer.join()
        self._socket.close()

    def _cut(self) -> None:
        self.passed = True
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
