"""Derived facts of a request of a person: the days on which it came in and was answered."""

from __future__ import annotations

from assay.derive import Derivations

from .reached import as_of_day, reached_day_of
from .reading import day_number_of

DERIVED: Derivations = {
    "as_of_day": as_of_day,
    "received_day": day_number_of("received_at"),
    "closed_day": reached_day_of("closed_at"),
}
