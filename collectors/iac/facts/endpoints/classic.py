"""Classic load balancers: one endpoint with all its listeners, judged by the weakest."""

from __future__ import annotations

from collections.abc import Iterable

from assay.collector import Resource

from ...block import Block
from ...code import Code
from ...declared import Declared
from ...ids import identified
from ...value import Unknown
from ..telling import DEFAULT, tell
from .balancers import state_reach
from .certificates import miss_certificate, state_certificate
from .classic_policies import policy_of
from .security_policies import Accepted, miss_tls, state_accepted

_IN_CLEAR = {"HTTP": True, "HTTPS": False, "SSL": False}
_SECURE = ("HTTPS", "SSL")


def classic(code: Code, balancer: Declared) -> Resource:
    """Return the endpoint that a classic load balancer is."""
    name = balancer.arguments.text("name")
    known = name if isinstance(name, str) else None
    resource = identified(code, balancer, "elasticloadbalancing", "loadbalancer", known)
    state_reach(resource, balancer)
    listeners = balancer.arguments.blocks("listener")
    if isinstance(listeners, Unknown):
        resource.miss("plaintext_port_open", listeners.reason, "listener")
        miss_tls(resource, listeners.reason, "listener")
        miss_certificate(resource, listeners.reason, "listener")
        return resource
    protocols = {_IN_CLEAR.get(_protocol(one)) for one in listeners}
    in_clear = True if True in protocols else Unknown("not_in_source", operation="lb_protocol")
    tell(resource, "plaintext_port_open", False if protocols == {False} else in_clear)
    _state_secure(resource, code, balancer, [one for one in listeners if _protocol(one) in _SECURE])
    return resource


def _state_secure(resource: Resource, code: Code, balancer: Declared, listeners: list[Block]) -> None:
    if len(listeners) == 1:
        certificate = listeners[0].value("ssl_certificate_id")
        state_certificate(resource, code, balancer, certificate, "listener")
    else:
        miss_certificate(resource, "not_in_source", "ssl_certificate_id")
    accepted = [policy_of(code, balancer, one.number("lb_port")) for one in listeners]
    weakest = _weakest(accepted)
    if weakest is None:
        miss_tls(resource, "known_after_apply" if listeners else "not_in_source", "policy of the listener")
    else:
        basis = DEFAULT if all(default for _, default in accepted) else None
        state_accepted(resource, weakest, "policy of the listener", basis)


def _weakest(found: Iterable[tuple[Accepted | None, bool]]) -> Accepted | None:
    """Return the least that is accepted on any port; None where one of them is not known."""
    policies = [policy for policy, _ in found]
    known = [policy for policy in policies if policy is not None]
    if not known or len(known) < len(policies):
        return None
    suites: set[str] = set()
    for policy in known:
        if policy.weak_suites is None:
            return Accepted(min(one.min_version for one in known), None)
        suites |= set(policy.weak_suites)
    return Accepted(min(one.min_version for one in known), sorted(suites))


def _protocol(listener: Block) -> str:
    protocol = listener.text("lb_protocol")
    return protocol.upper() if isinstance(protocol, str) else ""
