"""Listeners of application and network load balancers."""

from __future__ import annotations

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ...ids import identified
from ...value import Unknown
from ..telling import tell
from .actions import answers_in_clear
from .balancers import balancer_of, state_reach
from .certificates import miss_certificate, state_certificate
from .security_policies import miss_tls, state_policy

LISTENERS = ("aws_lb_listener", "aws_alb_listener")
_DEFAULT_POLICY = "ELBSecurityPolicy-2016-08"
_APPLICATION = (None, "application")


def listener(code: Code, declared: Declared) -> Resource | None:
    """Return the endpoint that a listener is; that of a gateway for appliances is none."""
    balancer = balancer_of(code, declared)
    protocol = _protocol(declared, balancer)
    if protocol == "GENEVE" or (balancer is not None and balancer.arguments.text("load_balancer_type") == "gateway"):
        return None
    resource = identified(code, declared, "elasticloadbalancing", "listener", _name(declared))
    state_reach(resource, balancer)
    if protocol in ("HTTPS", "TLS"):
        resource.state("plaintext_port_open", False)
        policy = declared.arguments.text("ssl_policy")
        state_policy(resource, declared, "elasticloadbalancing", policy, _DEFAULT_POLICY)
        state_certificate(resource, code, declared, declared.values.get("certificate_arn"), "certificate_arn")
        return resource
    _state_without_tls(resource, code, declared, protocol)
    return resource


def _state_without_tls(resource: Resource, code: Code, declared: Declared, protocol: str | Unknown | None) -> None:
    reason = "known_after_apply" if isinstance(protocol, Unknown) else "not_in_source"
    operation = f"protocol {protocol}" if isinstance(protocol, str) else "protocol"
    miss_tls(resource, reason, operation)
    miss_certificate(resource, reason, operation)
    if protocol == "HTTP":
        in_clear = answers_in_clear(code, declared)
        tell(resource, "plaintext_port_open", Unknown(operation="default_action") if in_clear is None else in_clear)
    else:
        # Whatever speaks behind a listener that only passes on may use TLS of its own.
        resource.miss("plaintext_port_open", reason, operation)


def _protocol(declared: Declared, balancer: Declared | None) -> str | Unknown | None:
    """Return the protocol; an application load balancer speaks HTTP unless it is told otherwise."""
    protocol = declared.arguments.text("protocol")
    if isinstance(protocol, str):
        return protocol.upper()
    if protocol is None and balancer is not None and balancer.arguments.text("load_balancer_type") in _APPLICATION:
        return "HTTP"
    return protocol


def _name(declared: Declared) -> str | None:
    """Return what follows `listener/` in its ARN, where that is known."""
    arn = declared.arguments.text("arn")
    return arn.partition(":listener/")[2] or None if isinstance(arn, str) else None
