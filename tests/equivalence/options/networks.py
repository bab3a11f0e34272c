"""Every option of security groups and load balancers."""

from __future__ import annotations

from ..model import Balancer, Group, Listener, Rule

GROUPS = (
    Group(),
    Group(attached=False),
    Group((Rule("0.0.0.0/0"),)),
    Group((Rule("0.0.0.0/0", first=22, last=22),)),
    Group((Rule("0.0.0.0/0", first=22, last=22),), attached=False),
    Group((Rule("::/0", first=3389, last=3389),)),
    Group((Rule("0.0.0.0/0", first=0, last=65535),)),
    Group((Rule("0.0.0.0/0", "-1", 0, 0),)),
    Group((Rule("0.0.0.0/0", "udp", 53, 53),)),
    Group((Rule("0.0.0.0/0", "icmp", -1, -1),)),
    Group((Rule("10.0.0.0/8", first=5432, last=5432),)),
    Group((Rule("198.51.100.7/32", first=22, last=22),)),
    Group((Rule("self", "-1", 0, 0),)),
    Group((Rule("0.0.0.0/1", first=22, last=22), Rule("128.0.0.0/1", first=22, last=22))),
    Group((Rule("0.0.0.0/0", "-1", 0, 0, outbound=True), Rule())),
    Group((Rule("0.0.0.0/0"), Rule("10.0.0.0/8", first=22, last=22))),
)
_ACTIONS = ("forward", "redirect", "redirect_http", "fixed")
_POLICIES = (
    "ELBSecurityPolicy-2016-08",
    "ELBSecurityPolicy-TLS-1-2-2017-01",
    "ELBSecurityPolicy-TLS-1-0-2015-04",
    "ELBSecurityPolicy-TLS13-1-3-2021-06",
    None,
)
_HTTP = Listener("HTTP", 80, None)
BALANCERS = (
    *(Balancer(internal=internal) for internal in (None, True, False)),
    *(Balancer(firewall=action) for action in ("block", "count")),
    Balancer(internal=True, firewall="block"),
    *(Balancer(listeners=(Listener("HTTP", 80, None, action),)) for action in _ACTIONS),
    Balancer(internal=True, listeners=(_HTTP,)),
    *(Balancer(listeners=(Listener(policy=policy),)) for policy in _POLICIES),
    Balancer(listeners=(Listener(), Listener("HTTP", 80, None, "redirect"))),
    Balancer(network=True, listeners=(Listener("TCP", 5432, None),)),
    Balancer(network=True, listeners=(Listener("TLS", 443, "ELBSecurityPolicy-TLS13-1-2-2021-06"),)),
)
