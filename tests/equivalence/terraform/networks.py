"""Security groups and load balancers in Terraform's language."""

from __future__ import annotations

from typing import Any

from ..documents import ACCOUNT
from ..model import Balancer, Group, Listener, Rule
from .terms import Blocks, Root, Written

CERTIFICATE = f"arn:aws:acm:eu-west-1:{ACCOUNT}:certificate/11111111-2222-3333-4444-555555555555"
SUBNETS = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
VPC = "vpc-0a1b2c3d"
IMAGE = "ami-0a1b2c3d4e5f6a7b8"


def write(root: Root, name: str, group: Group) -> None:
    """Write a security group with its rules, and the machine that it is attached to."""
    inside: dict[str, Blocks] = {}
    if root.style.inline:
        for argument, outbound in (("ingress", False), ("egress", True)):
            blocks = [_block(rule) for rule in group.rules if rule.outbound == outbound]
            inside |= {argument: Blocks(blocks)} if blocks else {}
    made = root.add("aws_security_group", name, name=name, description="made up", vpc_id=VPC, **inside)
    for number, rule in enumerate(() if root.style.inline else group.rules):
        _write_rule(root, made, number, rule)
    if group.attached:
        root.add(
            "aws_instance",
            f"{name}_on",
            ami=IMAGE,
            instance_type="t3.micro",
            vpc_security_group_ids=[made.ref("id")],
        )


def _block(rule: Rule) -> dict[str, Any]:
    written: dict[str, Any] = {"from_port": rule.first, "to_port": rule.last, "protocol": rule.protocol}
    if rule.source == "self":
        return written | {"self": True}
    return written | {"ipv6_cidr_blocks" if ":" in rule.source else "cidr_blocks": [rule.source]}


def _write_rule(root: Root, group: Written, number: int, rule: Rule) -> None:
    """Write a rule as a resource of its own: every second one in the newer way."""
    direction = "egress" if rule.outbound else "ingress"
    name, own = f"{group.name}_{number}", group.ref("id")
    if number % 2:
        root.add("aws_security_group_rule", name, type=direction, security_group_id=own, **_block(rule))
        return
    source: dict[str, Any] = {"referenced_security_group_id": own} if rule.source == "self" else {}
    if not source:
        source = {"cidr_ipv6" if ":" in rule.source else "cidr_ipv4": rule.source}
    ports = {} if rule.protocol == "-1" else {"from_port": rule.first, "to_port": rule.last}
    root.add(
        f"aws_vpc_security_group_{direction}_rule",
        name,
        security_group_id=own,
        ip_protocol=rule.protocol,
        **source,
        **ports,
    )


def write_balancer(root: Root, name: str, balancer: Balancer) -> None:
    """Write a load balancer with its listeners and its firewall."""
    made = root.add(
        "aws_lb",
        name,
        name=name,
        internal=balancer.internal,
        load_balancer_type="network" if balancer.network else "application",
        subnets=SUBNETS,
    )
    for number, listener in enumerate(balancer.listeners):
        target = root.add(
            "aws_lb_target_group",
            f"{name}_{number}",
            port=8080,
            protocol="TCP" if balancer.network else "HTTP",
            vpc_id=VPC,
        )
        root.add(
            "aws_lb_listener",
            f"{name}_{number}",
            load_balancer_arn=made.ref("arn"),
            port=listener.port,
            protocol=listener.protocol,
            ssl_policy=listener.policy if listener.protocol in ("HTTPS", "TLS") else None,
            certificate_arn=CERTIFICATE if listener.protocol in ("HTTPS", "TLS") else None,
            default_action=Blocks([_action(listener, target)]),
        )
    if balancer.firewall:
        _write_firewall(root, made, balancer.firewall)


def _action(listener: Listener, target: Written) -> dict[str, Any]:
    match listener.action:
        case "forward":
            return {"type": "forward", "target_group_arn": target.ref("arn")}
        case "fixed":
            return {"type": "fixed-response", "fixed_response": Blocks([{"content_type": "text/plain"}])}
        case how:
            protocol = "HTTP" if how == "redirect_http" else "HTTPS"
            return {"type": "redirect", "redirect": Blocks([{"protocol": protocol, "status_code": "HTTP_301"}])}


def _write_firewall(root: Root, front: Written, action: str) -> None:
    seen = Blocks([{"cloudwatch_metrics_enabled": True, "metric_name": front.name, "sampled_requests_enabled": True}])
    limit = Blocks([{"limit": 1000}])
    rule = {
        "name": "rate",
        "priority": 1,
        "action": Blocks([{action: Blocks([{}])}]),
        "statement": Blocks([{"rate_based_statement": limit}]),
        "visibility_config": seen,
    }
    made = root.add(
        "aws_wafv2_web_acl",
        front.name,
        name=front.name,
        scope="REGIONAL",
        default_action=Blocks([{"allow": Blocks([{}])}]),
        rule=Blocks([rule]),
        visibility_config=seen,
    )
    root.add("aws_wafv2_web_acl_association", front.name, resource_arn=front.ref("arn"), web_acl_arn=made.ref("arn"))
