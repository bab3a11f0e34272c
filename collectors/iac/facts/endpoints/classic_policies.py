"""The security policy of one port of a classic load balancer: a named one, or versions and suites one by one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...code import Code
from ...declared import Declared
from ...value import Unknown
from .security_policies import Accepted, find

_DEFAULT = "ELBSecurityPolicy-2016-08"
_REFERENCE = "Reference-Security-Policy"
_VERSIONS = {
    "Protocol-SSLv2": "1.0",
    "Protocol-SSLv3": "1.0",
    "Protocol-TLSv1": "1.0",
    "Protocol-TLSv1.1": "1.1",
    "Protocol-TLSv1.2": "1.2",
}
_WEAK = re.compile("RC4|DES|NULL|EXP|MD5|ADH|AECDH")
_POLICY = "aws_load_balancer_policy"

Attributes = Mapping[str, str]


def policy_of(code: Code, balancer: Declared, port: int | Unknown | None) -> tuple[Accepted | None, bool]:
    """Return what is accepted on a port, None where that is not known; and whether it is the default."""
    found = _attributes(code, balancer, port)
    if isinstance(found, Unknown):
        return None, False
    if found is None:
        return (find("classic", _DEFAULT), True) if balancer.is_new else (None, False)
    if _REFERENCE in found:
        return find("classic", found[_REFERENCE]), False
    on = [name for name, value in found.items() if value.lower() == "true"]
    versions = [_VERSIONS[name] for name in on if name in _VERSIONS]
    weak = sorted(name for name in on if name not in _VERSIONS and _WEAK.search(name))
    return (Accepted(min(versions), weak) if versions else None), False


def _attributes(code: Code, balancer: Declared, port: int | Unknown | None) -> Attributes | Unknown | None:
    """Return the attributes of the policy of a port, or None where it has none."""
    written = [
        (policy, "attribute")
        for policy in code.users(balancer, "load_balancer", "aws_lb_ssl_negotiation_policy")
        if policy.arguments.number("lb_port") == port
    ]
    for listening in code.users(balancer, "load_balancer_name", "aws_load_balancer_listener_policy"):
        if listening.arguments.number("load_balancer_port") == port:
            named = _named(code, balancer, listening)
            if isinstance(named, Unknown):
                return named
            written += [(policy, "policy_attribute") for policy in named]
    if len(written) > 1:
        return Unknown(operation="policy of the listener")
    return _written(*written[0]) if written else None


def _named(code: Code, balancer: Declared, listening: Declared) -> list[Declared] | Unknown:
    """Return the policies on TLS that a port names; there are others, as on stickiness."""
    names = listening.arguments.texts("policy_names")
    if isinstance(names, Unknown):
        found = code.targets(listening, "policy_names", _POLICY)
    else:
        own = {
            policy.values.get("policy_name"): policy for policy in code.users(balancer, "load_balancer_name", _POLICY)
        }
        found = [own[name] for name in names or () if name in own]
        if len(found) < len(names or ()):
            return Unknown("not_in_source", operation="policy_names")
    if isinstance(found, Unknown):
        return found
    return [
        policy for policy in found if policy.arguments.text("policy_type_name") in (None, "SSLNegotiationPolicyType")
    ]


def _written(policy: Declared, argument: str) -> Attributes | Unknown:
    blocks = policy.arguments.blocks(argument)
    if isinstance(blocks, Unknown):
        return blocks
    found = {}
    for block in blocks:
        name, value = block.text("name"), block.text("value")
        if isinstance(name, Unknown) or isinstance(value, Unknown):
            return Unknown(operation=argument)
        found[str(name)] = str(value)
    return found
