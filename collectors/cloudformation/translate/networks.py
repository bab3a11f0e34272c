"""Security groups and their rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .forms import TAGS, each
from .shape import Arguments, From, Part, Properties


def _listed(*names: str) -> Any:
    """Return what takes the first of some properties that is written, as a list."""

    def taken(rule: Properties) -> Any:
        found = next((value for value in map(rule.get, names) if value is not None), None)
        return None if found is None else [found]

    return taken


def _first(*names: str) -> Any:
    """Return what takes the first of some properties that is written."""
    return lambda rule: next((value for value in map(rule.get, names) if value is not None), None)


_PORTS: Arguments = {"from_port": "FromPort", "to_port": "ToPort", "description": "Description"}
_INSIDE: Arguments = {
    **_PORTS,
    "protocol": "IpProtocol",
    "cidr_blocks": _listed("CidrIp"),
    "ipv6_cidr_blocks": _listed("CidrIpv6"),
}
_IN: Arguments = {
    **_INSIDE,
    "prefix_list_ids": _listed("SourcePrefixListId"),
    "security_groups": _listed("SourceSecurityGroupId", "SourceSecurityGroupName"),
}
_OUT: Arguments = {
    **_INSIDE,
    "prefix_list_ids": _listed("DestinationPrefixListId"),
    "security_groups": _listed("DestinationSecurityGroupId"),
}
_SEPARATE: Arguments = {
    **_PORTS,
    "security_group_id": _first("GroupId", "GroupName"),
    "ip_protocol": "IpProtocol",
    "cidr_ipv4": "CidrIp",
    "cidr_ipv6": "CidrIpv6",
}

TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::EC2::SecurityGroup": [
        Part(
            "aws_security_group",
            {
                "name": "GroupName",
                "description": "GroupDescription",
                "vpc_id": "VpcId",
                "ingress": From("SecurityGroupIngress", each(_IN)),
                "egress": From("SecurityGroupEgress", each(_OUT)),
                "tags": TAGS,
            },
        )
    ],
    "AWS::EC2::SecurityGroupIngress": [
        Part(
            "aws_vpc_security_group_ingress_rule",
            {
                **_SEPARATE,
                "prefix_list_id": "SourcePrefixListId",
                "referenced_security_group_id": _first("SourceSecurityGroupId", "SourceSecurityGroupName"),
            },
        )
    ],
    "AWS::EC2::SecurityGroupEgress": [
        Part(
            "aws_vpc_security_group_egress_rule",
            {
                **_SEPARATE,
                "prefix_list_id": "DestinationPrefixListId",
                "referenced_security_group_id": "DestinationSecurityGroupId",
            },
        )
    ],
    "AWS::EC2::PrefixList": [
        Part(
            "aws_ec2_managed_prefix_list",
            {"name": "PrefixListName", "entry": From("Entries", each({"cidr": "Cidr"})), "tags": TAGS},
        )
    ],
}
