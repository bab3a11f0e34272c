"""Load balancers of both generations, their listeners and certificates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...iac.value import Unknown
from .balancer_rules import ACTION, CONDITION
from .forms import TAGS, each, listed, of_owner, one, owner
from .shape import Arguments, From, Part, Properties


def _internal(properties: Properties) -> Any:
    """Return whether it has private addresses only; it has public ones where nothing is said."""
    scheme = properties.get("Scheme")
    return scheme if isinstance(scheme, Unknown) else scheme == "internal"


def _attribute(name: str) -> Any:
    """Return what takes one of the attributes, which are pairs of keys and values."""

    def taken(properties: Properties) -> Any:
        pairs = properties.get("LoadBalancerAttributes")
        for pair in [] if pairs is None else listed(pairs):
            if isinstance(pair, Unknown):
                return pair
            if isinstance(pair, dict) and pair.get("Key") == name:
                return pair.get("Value")
        return None

    return taken


def _access_logs(properties: Properties) -> Any:
    enabled, bucket = (_attribute(f"access_logs.s3.{name}")(properties) for name in ("enabled", "bucket"))
    found = {"enabled": enabled, "bucket": bucket}
    return [{name: value for name, value in found.items() if value is not None}] if enabled is not None else None


def _certificate(certificates: Any) -> Any:
    first = next(iter(listed(certificates)), None)
    return first.get("CertificateArn") if isinstance(first, dict) else first


_BALANCER: Arguments = {
    "name": "Name",
    "internal": _internal,
    "load_balancer_type": From("Type", default="application"),
    "security_groups": "SecurityGroups",
    "subnets": "Subnets",
    "enable_deletion_protection": _attribute("deletion_protection.enabled"),
    "drop_invalid_header_fields": _attribute("routing.http.drop_invalid_header_fields.enabled"),
    "access_logs": _access_logs,
    "tags": TAGS,
}
_LISTENER: Arguments = {
    "load_balancer_arn": "LoadBalancerArn",
    "port": "Port",
    "protocol": "Protocol",
    "ssl_policy": "SslPolicy",
    "certificate_arn": From("Certificates", _certificate),
    "mutual_authentication": From("MutualAuthentication", one({"mode": "Mode", "trust_store_arn": "TrustStoreArn"})),
    "default_action": From("DefaultActions", each(ACTION)),
}
_OLD_LISTENER: Arguments = {
    "lb_port": "LoadBalancerPort",
    "lb_protocol": "Protocol",
    "instance_port": "InstancePort",
    "instance_protocol": "InstanceProtocol",
    "ssl_certificate_id": "SSLCertificateId",
}
_OLD_POLICY: Arguments = {
    "load_balancer_name": owner,
    "policy_name": "PolicyName",
    "policy_type_name": "PolicyType",
    "policy_attribute": From("Attributes", each({"name": "Name", "value": "Value"})),
}
_OLD_LOGS: Arguments = {"enabled": "Enabled", "bucket": "S3BucketName"}

TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::ElasticLoadBalancingV2::LoadBalancer": [Part("aws_lb", _BALANCER)],
    "AWS::ElasticLoadBalancingV2::Listener": [Part("aws_lb_listener", _LISTENER)],
    "AWS::ElasticLoadBalancingV2::ListenerRule": [
        Part(
            "aws_lb_listener_rule",
            {
                "listener_arn": "ListenerArn",
                "priority": "Priority",
                "action": From("Actions", each(ACTION)),
                "condition": From("Conditions", each(CONDITION)),
            },
        )
    ],
    "AWS::ElasticLoadBalancingV2::ListenerCertificate": [
        Part(
            "aws_lb_listener_certificate",
            {"listener_arn": of_owner("ListenerArn"), "certificate_arn": "CertificateArn"},
            of="Certificates",
            each=True,
        )
    ],
    "AWS::ElasticLoadBalancingV2::TargetGroup": [
        Part(
            "aws_lb_target_group",
            {"name": "Name", "port": "Port", "protocol": "Protocol", "target_type": "TargetType", "vpc_id": "VpcId"},
        )
    ],
    "AWS::ElasticLoadBalancing::LoadBalancer": [
        Part(
            "aws_elb",
            {
                "name": "LoadBalancerName",
                "internal": _internal,
                "security_groups": "SecurityGroups",
                "subnets": "Subnets",
                "listener": From("Listeners", each(_OLD_LISTENER)),
                "access_logs": From("AccessLoggingPolicy", one(_OLD_LOGS)),
                "tags": TAGS,
            },
        ),
        Part("aws_load_balancer_policy", _OLD_POLICY, of="Policies", each=True),
        Part(
            "aws_load_balancer_listener_policy",
            {"load_balancer_name": owner, "load_balancer_port": "LoadBalancerPort", "policy_names": "PolicyNames"},
            of="Listeners",
            each=True,
        ),
    ],
}
