"""Security groups and load balancers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """One rule of a security group."""

    source: str = "10.0.0.0/8"
    """A range, or `self`."""
    protocol: str = "tcp"
    first: int = 443
    last: int = 443
    outbound: bool = False


@dataclass(frozen=True)
class Group:
    """A security group, attached to a machine or to nothing."""

    rules: tuple[Rule, ...] = ()
    attached: bool = True


@dataclass(frozen=True)
class Listener:
    """One listener of a load balancer."""

    protocol: str = "HTTPS"
    port: int = 443
    policy: str | None = "ELBSecurityPolicy-TLS13-1-2-2021-06"
    action: str = "forward"
    """`forward`, `redirect` (to HTTPS), `redirect_http` or `fixed`."""


@dataclass(frozen=True)
class Balancer:
    """A load balancer with its listeners, and the firewall before it."""

    internal: bool | None = None
    network: bool = False
    listeners: tuple[Listener, ...] = (Listener(),)
    firewall: str | None = None
    """What the only rule of its web ACL does: `block` or `count`."""
