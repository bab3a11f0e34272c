"""Derived facts of a column: what it holds, how much that has to be protected, its algorithm without case."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Missing, Record, View

from .categories import LEVEL_OF_CATEGORY, LEVEL_OF_CLASS
from .levels import highest
from .reading import fact, unread


def _detected(column: Record) -> object:
    """Return the detected category; a detection that the owner called wrong found nothing."""
    return "none" if column.get("detection_status") == "false_positive" else fact(column, "detected_category")


def _category(column: Record, _: View) -> object:
    return column.get("declared_category", _detected(column))


def _level(column: Record, _: View) -> object:
    levels = [_default_level(column)] if "declared_level" not in column else [column["declared_level"]]
    levels.append(LEVEL_OF_CLASS.get(column.get("jrt_class", "none")))
    return highest(level for level in levels if level) or unread(column, "detected_category")


def _default_level(column: Record) -> str | None:
    """Return the higher level of the declared and the detected category: an owner may know of one only."""
    categories = (column.get("declared_category"), _detected(column))
    return highest(LEVEL_OF_CATEGORY[str(category)] for category in categories if isinstance(category, str))


def _algorithm_folded(column: Record, _: View) -> object:
    algorithm = fact(column, "algorithm")
    return algorithm if isinstance(algorithm, Missing) else str(algorithm).lower()


DERIVED: Derivations = {
    "category": Derivation(_category),
    "level": Derivation(_level),
    "algorithm_folded": Derivation(_algorithm_folded),
}
