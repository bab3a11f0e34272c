"""Rules of security groups as the code writes them: one record for each source of each rule.

Lists of a network (NACL) are left out: what they allow opens nothing while the groups behind them are closed.
"""

from __future__ import annotations

from collections.abc import Sequence

from assay.collector import Output, Resource

from ..code import Code
from ..declared import Declared
from ..ids import identified
from ..value import Unknown
from .attachments import Attachments
from .group_rules import LAST_PORT, OWN, Rule
from .security_groups import GROUPS, RULES, rules_inside, rules_said_by
from .telling import tell

KINDS: Sequence[str] = ("network_rule",)

_ONE_SOURCE = RULES[1:]


def build(code: Code, out: Output) -> None:
    """State the rules inside groups, those beside them, and that a group without any is closed."""
    attachments = Attachments(code)
    for group in code.of(*GROUPS):
        rules = _own_rules(code, group)
        records = _records(code, group, rules) if rules else [_closed(code, group)]
        _write(out, records, attachments.of(group))
    for declared in code.of(*RULES):
        _write(out, _records(code, declared, rules_said_by(code, declared)), _attached(code, declared, attachments))


def _own_rules(code: Code, group: Declared) -> list[Rule]:
    """Return the rules inside a group; one that exists repeats there what separate resources say."""
    beside = code.users(group, "security_group_id", *RULES)
    said = {_parts(rule) for declared in beside for rule in rules_said_by(code, declared)}
    return [rule for rule in rules_inside(code, group) if _parts(rule) not in said]


def _write(out: Output, records: Sequence[Resource], attached: list[str] | Unknown) -> None:
    for record in records:
        tell(record, "attached_to_ids", attached)
        out.resource(KINDS[0], record)


def _attached(code: Code, rule: Declared, attachments: Attachments) -> list[str] | Unknown:
    """Return what the group of a separate rule is attached to; of a group elsewhere that is not known."""
    groups = code.targets(rule, "security_group_id", *GROUPS)
    if isinstance(groups, Unknown):
        return groups
    return attachments.of(groups[0]) if groups else Unknown("not_in_source", operation="security_group_id")


def _records(code: Code, declared: Declared, rules: Sequence[Rule]) -> list[Resource]:
    """Return a record for each rule; the same rule said twice is one."""
    made = {}
    for rule in rules:
        record = _group(code, declared)
        said = "/".join("?" if isinstance(part, Unknown) else str(part) for part in _parts(rule))
        if declared.type not in _ONE_SOURCE:
            record.id += f"/{said}"
        record.name += f" {said}"
        _describe(record, rule)
        made[record.id] = record
    return list(made.values())


def _parts(rule: Rule) -> tuple[object, ...]:
    first, last = ("?" if isinstance(port, Unknown) else port for port in (rule.first, rule.last))
    return rule.direction, rule.protocol, f"{first}-{last}", rule.cidr


def _describe(record: Resource, rule: Rule) -> None:
    record.state("action", "allow")
    tell(record, "direction", rule.direction)
    tell(record, "protocol", rule.protocol)
    tell(record, "port_from", rule.first)
    tell(record, "port_to", rule.last)
    tell(record, "cidr", rule.cidr)
    if rule.cidr == OWN:
        record.state("is_any", False)


def _closed(code: Code, group: Declared) -> Resource:
    """Return what is true of each group: what no rule lets in stays outside."""
    record = _group(code, group)
    record.id += "/in/closed"
    record.name += " in: closed"
    _describe(record, Rule(group, "in", "any", 0, LAST_PORT, "0.0.0.0/0"))
    record.state("action", "deny")
    return record


def _group(code: Code, declared: Declared) -> Resource:
    """Return an empty record; what the cloud names a group or rule by is known only of one that exists."""
    id = declared.arguments.text("id")
    type_ = "security-group" if declared.type in GROUPS else "security-group-rule"
    record = identified(code, declared, "ec2", type_, id if isinstance(id, str) else None)
    record.name = declared.address
    record.aliases.clear()  # those of the group or rule, of which this may be a part
    return record
