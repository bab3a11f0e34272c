"""Derived facts of a retention rule: whether it keeps for ever by law, and whether age alone ends it."""

from __future__ import annotations

from assay.derive import Derivation, Derivations, Record, View

from .reading import unread


def _is_permanent(rule: Record, _: View) -> object:
    """Say that a law orders permanent keeping; the law counts only where the rule has no ceiling."""
    ceiling, law = rule.get("max_days"), rule.get("permanent_basis")
    if isinstance(ceiling, int) or law == "none":
        return False
    if ceiling is None or law is None:
        return unread(rule, "max_days" if ceiling is None else "permanent_basis")
    return True


def _ends_by_age(rule: Record, _: View) -> object:
    """Say that objects are deleted when they reach an age, so that a lifecycle rule can do it."""
    trigger, action = rule.get("trigger"), rule.get("disposal_action")
    if trigger not in (None, "creation") or action not in (None, "delete"):
        return False
    if trigger is None or action is None:
        return unread(rule, "trigger" if trigger is None else "disposal_action")
    return True


DERIVED: Derivations = {"is_permanent": Derivation(_is_permanent), "ends_by_age": Derivation(_ends_by_age)}
