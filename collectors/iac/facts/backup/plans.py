"""Plans: how long the copies of their longest rule stay, and what the vaults and sources say of them."""

from __future__ import annotations

from collections.abc import Iterator

from assay.collector import Resource

from ...block import Block
from ...code import Code
from ...declared import Declared
from ...ids import identified
from ...value import Unknown
from ..telling import tell
from .encryption import encryption
from .sources import SOURCES, source_id
from .vaults import VAULTS, reach, state_reach

#: Services of which the vault encrypts the copies itself, whatever the source is; the others keep its state.
_BY_THE_VAULT = frozenset({"aws_s3_bucket"})
_OUTSIDE = Unknown("not_in_source", operation="the vault is not in the code")


def plan(code: Code, declared: Declared) -> Resource:
    """Return a plan, which stands for the copies that it makes."""
    resource = identified(code, declared, "backup", "plan", None)
    resource.state("kind", "vault")
    resource.miss("expires_at", "known_after_apply")
    rules = declared.arguments.blocks("rule")
    tell(resource, "retention_days", rules if isinstance(rules, Unknown) else _longest(rules))
    vaults = rules if isinstance(rules, Unknown) else _vaults(code, declared, rules)
    sources = _sources(code, declared)
    tell(resource, "source_id", _only(code, sources))
    tell(resource, "encrypted", _encrypted(code, vaults, sources))
    state_reach(resource, _reach(code, vaults))
    return resource


def _longest(rules: list[Block]) -> int | str | Unknown:
    """Return the longest keeping of all rules; one without an end outlasts the others."""
    answers = [_days(rule) for rule in rules]
    copies = [_copied(copy) for rule in rules for copy in _copies(rule)]
    if "none" in answers:
        return "none"
    unknown = next((days for days in (*answers, *copies) if isinstance(days, Unknown)), None)
    known = [days for days in (*answers, *copies) if isinstance(days, int)]
    return unknown if unknown is not None else max(known, default=0) or Unknown("not_in_source")


def _days(block: Block) -> int | str | Unknown:
    lifecycle = block.block("lifecycle")
    if isinstance(lifecycle, Unknown):
        return lifecycle
    days = lifecycle.number("delete_after") if lifecycle else None
    return days or "none"


def _copied(copy: Block | Unknown) -> int | str | Unknown:
    """Return the days of a copy action; what holds where it says nothing is not told."""
    days = copy if isinstance(copy, Unknown) else _days(copy)
    return Unknown("not_in_source", operation="copy_action.lifecycle") if days == "none" else days


def _copies(rule: Block) -> list[Block] | list[Unknown]:
    found = rule.blocks("copy_action")
    return [found] if isinstance(found, Unknown) else found


def _vaults(code: Code, declared: Declared, rules: list[Block]) -> list[Declared] | Unknown:
    """Return the vaults that the rules write into, where all of them are in the code."""
    vaults: list[Declared] = []
    for name in _targets(rules):
        found = code.named(name, declared, VAULTS)
        if isinstance(found, Unknown) or not found:
            return _OUTSIDE
        vaults += found
    return vaults


def _targets(rules: list[Block]) -> Iterator[object]:
    for rule in rules:
        yield rule.value("target_vault_name")
        for copy in _copies(rule):
            yield copy if isinstance(copy, Unknown) else copy.value("destination_vault_arn")


def _sources(code: Code, declared: Declared) -> list[Declared] | Unknown:
    """Return what the plan copies, where its selections name each thing and the code declares it."""
    several = Unknown("not_in_source", operation="aws_backup_selection")
    found: list[Declared] = []
    for selection in code.users(declared, "plan_id", "aws_backup_selection"):
        named = selection.values.get("resources")
        count = len(named) if isinstance(named, list) else 0
        meant = code.named(named, selection, list(SOURCES), selection.references.get("resources", ()))
        by_tag = any(selection.values.get(name) for name in ("selection_tag", "condition"))
        if isinstance(meant, Unknown) or by_tag or not meant or (count and len(meant) < count):
            return several
        found += meant
    unplaced = code.unplaced("plan_id", declared.type, "aws_backup_selection")
    return several if unplaced or not found else found


def _only(code: Code, sources: list[Declared] | Unknown) -> str | Unknown:
    if isinstance(sources, Unknown):
        return sources
    return source_id(code, sources[0]) if len(sources) == 1 else Unknown("not_in_source", operation="several sources")


def _encrypted(code: Code, vaults: list[Declared] | Unknown, sources: list[Declared] | Unknown) -> bool | Unknown:
    """A vault encrypts the copies of some services; those of the others are as their source is."""
    if isinstance(vaults, Unknown) or isinstance(sources, Unknown):
        return vaults if isinstance(vaults, Unknown) else Unknown("not_in_source", operation="what is copied")
    plain = [s for s in sources if s.type not in _BY_THE_VAULT and encryption(code, s) is not True]
    return Unknown("not_in_source", operation=f"copies are encrypted as {plain[0].address} is") if plain else True


def _reach(code: Code, vaults: list[Declared] | Unknown) -> set[str] | Unknown:
    if isinstance(vaults, Unknown):
        return vaults
    let_in: set[str] = set()
    for vault in vaults:
        found = reach(code, vault)
        if isinstance(found, Unknown):
            return found
        let_in |= found
    return let_in
