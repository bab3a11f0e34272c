"""Derived facts of a data asset: its level, whether that stands with date and owner, its legal minimum."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Missing, Record, View

from .classification import judged_level
from .levels import highest
from .parties import referred
from .reading import age_of, fact, unread

_LEVEL_OF_CLASS = {"C1": "personal", "C2": "sensitive", "C3": "sensitive"}
"""The least level of a financial class (JR/T 0171)."""


def _data_level(asset: Record, _: View) -> object:
    """Return the level, raised to the least one of the asset's financial class."""
    levels = [asset["level"]] if "level" in asset else []
    if asset.get("jrt_class") in _LEVEL_OF_CLASS:
        levels.append(_LEVEL_OF_CLASS[asset["jrt_class"]])
    return highest(levels) or unread(asset, "level")


def _has_owner(asset: Record, _: View) -> object:
    owner = fact(asset, "owner_staff_id")
    return owner if isinstance(owner, Missing) else owner != "none"


def _is_classified(asset: Record, _: View) -> object:
    """Say that a level stands with its date, and with an owner where it says "no personal information"."""
    age, no_pi, owned = (asset.get(field) for field in ("days_since_classified", "declared_no_pi", "has_owner"))
    if age == "never" or (isinstance(age, int) and age < 0) or (no_pi is True and owned is False):
        return False
    for field in ("level", "classified_at"):
        if field not in asset:
            return unread(asset, field)
    if no_pi is False or owned is True:
        return True
    return unread(asset, "declared_no_pi" if no_pi is None else "owner_staff_id")


def _floor_days(asset: Record, view: View) -> object:
    """Return the legal minimum of the asset's retention rule, "none" where it has none."""
    rule = referred(asset, "retention_rule_id", "retention_rule", view)
    if isinstance(rule, str):
        return "none"  # no rule, or one that the register, read wholly, does not hold
    return rule if isinstance(rule, Missing) else fact(rule, "min_days")


DERIVED: Derivations = {
    "data_level": Derivation(_data_level),
    "judged_level": Derivation(judged_level),
    "days_since_classified": age_of("classified_at"),
    "has_owner": Derivation(_has_owner),
    "is_classified": Derivation(_is_classified),
    "floor_days": Derivation(_floor_days),
}
