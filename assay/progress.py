"""Progress on standard error for anything that takes longer than a second."""

from __future__ import annotations

import sys
import time

PATIENCE = 1.0
INTERVAL = 0.2


class Progress:
    """One line that is written over; silent where it is switched off or quick."""

    def __init__(self, what: str, unit: str, enabled: bool) -> None:
        self._what, self._unit = what, unit
        self._enabled = enabled
        self._next = time.monotonic() + PATIENCE
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        """Show how far it is."""
        now = time.monotonic()
        if self._enabled and now >= self._next:
            self._next, self._shown = now + INTERVAL, True
            share = 100 * done // max(1, total)
            sys.stderr.write(f"\r{self._what} {share:3d} % ({done:,} of {total:,} {self._unit})")
            sys.stderr.flush()

    def end(self) -> None:
        """Clear the line."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
