"""Until when a version of a database engine is supported, by the shipped table `engine_support.yaml`."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assay import yaml_reader

_ONE_PART = re.compile(r"[0-9]+")
_TWO_PARTS = re.compile(r"[0-9]+\.[0-9]+")

_MAJOR = {
    "postgresql": _ONE_PART,
    "aurora-postgresql": _ONE_PART,
    "mysql": _TWO_PARTS,
    "aurora-mysql": _TWO_PARTS,
    "mariadb": _TWO_PARTS,
}


@dataclass(frozen=True)
class Support:
    """The last day of support of a major version, and that of the support which is paid for beside it."""

    end: str
    extended_end: str

    def only_extended_on(self, day: date) -> bool:
        """Say whether only an instance that pays for it is still supported on a day."""
        return self.end < day.isoformat() <= self.extended_end


def find(engine: str, version: str, hosting: str) -> Support | None:
    """Return the support of a version where it runs, or None where the table does not have it.

    Aurora has two dialects, and is looked up as `aurora-postgresql` or `aurora-mysql`.
    """
    pattern = _MAJOR.get(engine)
    major = pattern.match(version) if pattern else None
    return _table().get((hosting, engine, major[0])) if major else None


@functools.cache
def _table() -> dict[tuple[str, str, str], Support]:
    entries = yaml_reader.load(Path(__file__).with_suffix(".yaml"))
    return {
        (hosting, entry["engine"], major): Support(end, entry.get("extended_ends", {}).get(major, end))
        for entry in entries
        for hosting in entry["hosting"]
        for major, end in entry["ends"].items()
    }
