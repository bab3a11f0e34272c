"""How old facts may be: `max_age` of `assay.yaml`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from assay.errors import ConfigError

_FORM = re.compile(r"(\d+)\s*([dhw])")
_HOURS = {"h": 1, "d": 24, "w": 168}


def span(text: str) -> timedelta:
    """Read an age such as `1d`, `12h`, `13w`; raises `ConfigError`."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise ConfigError(f"max_age: {text!r} is no age; write 12h, 1d or 13w")
    return timedelta(hours=int(found[1]) * _HOURS[found[2]])


def stale(day: str, limit: str | None, today: date) -> bool:
    """Say whether facts of a day are older than the limit allows; no limit, never."""
    return limit is not None and today - date.fromisoformat(day) > span(limit)
