"""Security groups and load balancers in a template."""

from __future__ import annotations

from ..documents import ACCOUNT
from ..model import Balancer, Group, Listener, Rule
from .terms import Json, Template, attribute, ref

CERTIFICATE = f"arn:aws:acm:eu-west-1:{ACCOUNT}:certificate/11111111-2222-3333-4444-555555555555"
SUBNETS = ["subnet-0a1b2c3d", "subnet-1a2b3c4d"]
VPC = "vpc-0a1b2c3d"
IMAGE = "ami-0a1b2c3d4e5f6a7b8"


def write(template: Template, name: str, group: Group) -> None:
    """Write a security group with its rules, and the machine that it is attached to."""
    inside: dict[str, list[Json]] = {}
    for number, rule in enumerate(group.rules):
        direction = "SecurityGroupEgress" if rule.outbound else "SecurityGroupIngress"
        if rule.source == "self":  # a group cannot name itself inside itself
            source = {"GroupId": attribute(name, "GroupId"), "SourceSecurityGroupId": attribute(name, "GroupId")}
            template.add(f"{name}Rule{number}", f"AWS::EC2::{direction}", **source, **_ports(rule))
        else:
            where = {"CidrIpv6" if ":" in rule.source else "CidrIp": rule.source}
            inside.setdefault(direction, []).append({**where, **_ports(rule)})
    template.add(name, "AWS::EC2::SecurityGroup", GroupName=name, GroupDescription="made up", VpcId=VPC, **inside)
    if group.attached:
        on = [attribute(name, "GroupId")]
        template.add(f"{name}On", "AWS::EC2::Instance", ImageId=IMAGE, InstanceType="t3.micro", SecurityGroupIds=on)


def _ports(rule: Rule) -> Json:
    ports = {} if rule.protocol == "-1" else {"FromPort": rule.first, "ToPort": rule.last}
    return {"IpProtocol": rule.protocol, **ports}


def write_balancer(template: Template, name: str, balancer: Balancer) -> None:
    """Write a load balancer with its listeners and its firewall."""
    scheme = {None: None, True: "internal", False: "internet-facing"}[balancer.internal]
    template.add(
        name,
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        Name=name,
        Scheme=scheme,
        Type="network" if balancer.network else "application",
        Subnets=SUBNETS,
    )
    for number, listener in enumerate(balancer.listeners):
        target = f"{name}Target{number}"
        template.add(
            target,
            "AWS::ElasticLoadBalancingV2::TargetGroup",
            Port=8080,
            Protocol="TCP" if balancer.network else "HTTP",
            VpcId=VPC,
        )
        is_secure = listener.protocol in ("HTTPS", "TLS")
        template.add(
            f"{name}Listener{number}",
            "AWS::ElasticLoadBalancingV2::Listener",
            LoadBalancerArn=ref(name),
            Port=listener.port,
            Protocol=listener.protocol,
            SslPolicy=listener.policy if is_secure else None,
            Certificates=[{"CertificateArn": CERTIFICATE}] if is_secure else None,
            DefaultActions=[_action(listener, target)],
        )
    if balancer.firewall:
        _write_firewall(template, name, balancer.firewall)


def _action(listener: Listener, target: str) -> Json:
    match listener.action:
        case "forward":
            return {"Type": "forward", "TargetGroupArn": ref(target)}
        case "fixed":
            return {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "200"}}
        case how:
            protocol = "HTTP" if how == "redirect_http" else "HTTPS"
            return {"Type": "redirect", "RedirectConfig": {"Protocol": protocol, "StatusCode": "HTTP_301"}}


def _write_firewall(template: Template, name: str, action: str) -> None:
    seen = {"CloudWatchMetricsEnabled": True, "MetricName": name, "SampledRequestsEnabled": True}
    rule = {
        "Name": "rate",
        "Priority": 1,
        "Action": {action.title(): {}},
        "Statement": {"RateBasedStatement": {"Limit": 1000, "AggregateKeyType": "IP"}},
        "VisibilityConfig": seen,
    }
    template.add(
        f"{name}Firewall",
        "AWS::WAFv2::WebACL",
        Name=name,
        Scope="REGIONAL",
        DefaultAction={"Allow": {}},
        Rules=[rule],
        VisibilityConfig=seen,
    )
    template.add(
        f"{name}Association",
        "AWS::WAFv2::WebACLAssociation",
        ResourceArn=ref(name),
        WebACLArn=attribute(f"{name}Firewall", "Arn"),
    )
