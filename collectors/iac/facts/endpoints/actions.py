"""What a listener without TLS does with requests: send them to HTTPS, or answer them as they come."""

from __future__ import annotations

from collections.abc import Iterable

from ...block import Block
from ...code import Code
from ...declared import Declared
from ...value import Unknown
from ..loose import loose

_RULES = ("aws_lb_listener_rule", "aws_alb_listener_rule")
_CATCH_ALL = {"path_pattern": {"*", "/*"}, "host_header": {"*"}}
# These come before the action that answers.
_BEFORE = ("authenticate-cognito", "authenticate-oidc", "jwt-validation")


def answers_in_clear(code: Code, listener: Declared) -> bool | None:
    """Say whether some request without TLS is answered by anything but a redirect to HTTPS; None: not known."""
    answers = [_of_actions(rule.arguments.blocks("action")) for rule in code.users(listener, "listener_arn", *_RULES)]
    if loose(code, "listener_arn", listener.type, *_RULES):
        answers.append(None)
    if not any(_sends_all_on(rule) for rule in code.users(listener, "listener_arn", *_RULES)):
        answers.append(_of_actions(listener.arguments.blocks("default_action")))
    return _any(answers)


def _sends_all_on(rule: Declared) -> bool:
    """Say whether a rule redirects every request to HTTPS, so that what stands behind it is never reached."""
    conditions = rule.arguments.blocks("condition")
    if isinstance(conditions, Unknown) or len(conditions) != 1:
        return False
    return _matches_all(conditions[0]) and _of_actions(rule.arguments.blocks("action")) is False


def _matches_all(condition: Block) -> bool:
    for name, patterns in _CATCH_ALL.items():
        block = condition.block(name)
        values = block.texts("values") if isinstance(block, Block) else None
        if isinstance(values, list) and patterns & set(values):
            return len([key for key, value in condition.values.items() if value]) == 1
    return False


def _of_actions(actions: list[Block] | Unknown) -> bool | None:
    if isinstance(actions, Unknown):
        return None
    answering = [action for action in actions if action.text("type") not in _BEFORE]
    return _any(map(_of_action, answering)) if answering else None


def _of_action(action: Block) -> bool | None:
    match action.text("type"):
        case "redirect":
            return _of_redirect(action.block("redirect"))
        case str():
            return True
        case _:
            return None


def _of_redirect(redirect: Block | Unknown | None) -> bool | None:
    """Say whether a redirect stays without TLS, as it does unless it names the protocol."""
    protocol = redirect.text("protocol") if isinstance(redirect, Block) else Unknown()
    return None if isinstance(protocol, Unknown) else protocol != "HTTPS"


def _any(answers: Iterable[bool | None]) -> bool | None:
    found = set(answers)
    return True if True in found else None if None in found else False
