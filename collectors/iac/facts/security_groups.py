"""What the rules of security groups let in and out, wherever the code writes them. It judges nothing."""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from ..code import Code
from ..declared import Declared
from ..value import Unknown
from .address_ranges import is_everybody
from .group_rules import Rule, blocks_of, rules_in
from .loose import loose

GROUPS = ("aws_security_group", "aws_default_security_group")
RULES = ("aws_security_group_rule", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule")

# Asked for every database, so answered once for a port.
_possible: WeakKeyDictionary[Code, dict[int | Unknown, list[Rule]]] = WeakKeyDictionary()

_DIRECTIONS = {"ingress": "in", "egress": "out", RULES[1]: "in", RULES[2]: "out"}


def rules_of(code: Code, group: Declared) -> list[Rule]:
    """Return the rules of a group: those inside it and those that name it."""
    beside = code.users(group, "security_group_id", *RULES)
    return [*rules_inside(code, group), *(rule for user in beside for rule in rules_said_by(code, user))]


def rules_inside(code: Code, group: Declared) -> list[Rule]:
    """Return the rules that stand inside a group."""
    return [
        rule
        for name in ("ingress", "egress")
        for block in blocks_of(group, name)
        for rule in rules_in(code, group, block, _DIRECTIONS[name])
    ]


def rules_said_by(code: Code, declared: Declared) -> list[Rule]:
    """Return what one separate rule says, one rule for each source."""
    direction = _DIRECTIONS.get(declared.type) or _direction(declared)
    return list(rules_in(code, declared, declared.arguments, direction))


def is_any_source(code: Code, groups: Sequence[Declared], port: int | Unknown) -> bool | Unknown:
    """Say whether the rules of some groups together let everybody in at a port of TCP."""
    rules = [rule for group in groups for rule in rules_of(code, group)]
    certain = [rule for rule in rules if rule.reaches(port)]
    if is_everybody(_ranges(certain)):
        return True
    possible = [rule for rule in rules if rule.reaches(port) is not False] + _of_any_group(code, port)
    if is_everybody(_ranges(possible)) or any(isinstance(rule.cidr, Unknown) for rule in possible):
        return Unknown("known_after_apply", operation="rules of the security groups")
    unseen = next((group for group in groups if may_have_more(code, group)), None)
    return False if unseen is None else Unknown("not_in_source", operation=f"rules of {unseen.address}")


def may_have_more(code: Code, group: Declared) -> bool:
    """Say whether a group may have inbound rules that the code does not show: one that exists may."""
    is_shown = group.is_new or group.values.get("ingress") is not None
    return not (code.complete and is_shown)


def _direction(declared: Declared) -> str | Unknown:
    written = declared.arguments.text("type")
    if isinstance(written, Unknown):
        return written
    return _DIRECTIONS.get(str(written)) or Unknown("not_in_source", operation="type")


def _of_any_group(code: Code, port: int | Unknown) -> list[Rule]:
    """Return the rules that may reach a port and of which it is not known whose they are, each range once."""
    known = _possible.setdefault(code, {})
    if port not in known:
        declared = loose(code, "security_group_id", GROUPS[0], *RULES)
        rules = [rule for one in declared for rule in rules_said_by(code, one) if rule.reaches(port) is not False]
        known[port] = list({rule.cidr: rule for rule in rules}.values())
    return known[port]


def _ranges(rules: Sequence[Rule]) -> list[str]:
    return [rule.cidr for rule in rules if not isinstance(rule.cidr, Unknown)]
