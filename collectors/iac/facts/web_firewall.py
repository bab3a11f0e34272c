"""What a web application firewall does with the requests that it sees: it blocks, it counts, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..block import Block
from ..code import Code
from ..declared import Declared
from ..value import Unknown

WEB_ACLS = ("aws_wafv2_web_acl", "aws_wafregional_web_acl", "aws_waf_web_acl")

_GROUPS = ("aws_wafv2_rule_group",)
_ADDED = "aws_wafv2_web_acl_rule_group_association"
_RULES = ("rule", "rules", "rule_json")
"""Arguments that hold rules: of the present service, of the old one, and as a text, which is not read."""
_DOES = {"block": "block", "count": "detect", "captcha": "detect", "challenge": "detect", "allow": "none"}

Mode = str | Unknown
"""`none`, `detect` or `block`."""


def mode(code: Code, web_acl: Declared) -> Mode:
    """Return what a web ACL does; one rule that blocks makes it one that blocks."""
    default = web_acl.arguments.block("default_action")
    first = _does(default) if isinstance(default, Block) else default or "none"
    added = [Unknown("not_in_source", operation=one.address) for one in code.users(web_acl, "web_acl_arn", _ADDED)]
    return strongest([first, *_of_rules(code, web_acl), *added])


def strongest(modes: Iterable[Mode]) -> Mode:
    """Return `block` where one blocks, why it is not known where one may, else the most that one does."""
    found = list(modes)
    if "block" in found:
        return "block"
    return next((one for one in found if isinstance(one, Unknown)), "detect" if "detect" in found else "none")


def _of_rules(code: Code, owner: Declared) -> Iterator[Mode]:
    """Yield what each rule of a web ACL or rule group does; one that is not known hides no other."""
    for name in _RULES:
        written = owner.values.get(name)
        for item in written if isinstance(written, list) else [written]:
            match item:
                case None | "":
                    pass
                case dict():
                    yield _of_rule(code, owner, Block(item))
                case _:
                    yield item if isinstance(item, Unknown) else Unknown("unsupported", operation=name)


def _of_rule(code: Code, owner: Declared, rule: Block) -> Mode:
    action, override = rule.block("action"), rule.block("override_action")
    if isinstance(action, Block):
        return _does(action)
    if isinstance(override, Block):
        word = _word(override)
        return _of_group(code, owner, rule) if word == "none" else _DOES.get(str(word), "none")
    return action or override or "none"


def _of_group(code: Code, owner: Declared, rule: Block) -> Mode:
    """Return what a group of rules does that is left to itself; those of vendors block."""
    statement = rule.block("statement")
    if isinstance(statement, Block):
        if statement.blocks("managed_rule_group_statement"):
            return "block"
        reference = statement.block("rule_group_reference_statement")
        groups = code.named(reference.value("arn"), owner, _GROUPS) if isinstance(reference, Block) else []
        if groups and not isinstance(groups, Unknown):
            return strongest(does for group in groups for does in _of_rules(code, group))
    return Unknown("not_in_source", operation="rules of the rule group")


def _does(action: Block) -> Mode:
    word = _word(action)
    return word if isinstance(word, Unknown) else _DOES.get(word, "none")


def _word(action: Block) -> str | Unknown:
    """Return the name of an action: that of its block, or a type in the old service."""
    typed = action.text("type")
    if typed is not None:
        return typed if isinstance(typed, Unknown) else typed.lower()
    return next((name for name in (*_DOES, "none") if action.block(name) is not None), "allow")
