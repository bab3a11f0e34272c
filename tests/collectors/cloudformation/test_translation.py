"""What the other tables make: one type of CloudFormation, and the arguments that the builders read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from support.templates import code, one, values

_ALLOW = "{Statement: [{Effect: Allow, Action: 's3:*', Resource: '*'}]}"


def _values(type_: str, properties: str, made: str, folder: Path) -> Mapping[str, Any]:
    return values(code(f"Resources: {{It: {{Type: 'AWS::{type_}', Properties: {properties}}}}}", folder), made)


@pytest.mark.parametrize(
    ("type_", "properties", "made", "expected"),
    [
        (
            "KMS::Key",
            "{EnableKeyRotation: true, Enabled: false, KeySpec: RSA_2048}",
            "aws_kms_key",
            {"enable_key_rotation": True, "is_enabled": False, "customer_master_key_spec": "RSA_2048"},
        ),
        (
            "EC2::SecurityGroup",
            "{SecurityGroupIngress: {IpProtocol: tcp, FromPort: 1, ToPort: 2, CidrIpv6: '::/0'}}",
            "aws_security_group",
            {"ingress": [{"protocol": "tcp", "from_port": 1, "to_port": 2, "ipv6_cidr_blocks": ["::/0"]}]},
        ),
        (
            "EC2::SecurityGroupEgress",
            "{GroupId: sg-1, IpProtocol: -1, CidrIp: 0.0.0.0/0}",
            "aws_vpc_security_group_egress_rule",
            {"security_group_id": "sg-1", "ip_protocol": -1, "cidr_ipv4": "0.0.0.0/0"},
        ),
        ("Logs::LogGroup", "{LogGroupName: app}", "aws_cloudwatch_log_group", {"name": "app", "retention_in_days": 0}),
        (
            "Backup::BackupPlan",
            "{BackupPlan: {BackupPlanRule: [{TargetBackupVault: v, Lifecycle: {DeleteAfterDays: 9}}]}}",
            "aws_backup_plan",
            {"rule": [{"target_vault_name": "v", "lifecycle": [{"delete_after": 9}]}]},
        ),
        (
            "Backup::BackupSelection",
            "{BackupPlanId: p, BackupSelection: {SelectionName: s, Resources: [r]}}",
            "aws_backup_selection",
            {"plan_id": "p", "name": "s", "resources": ["r"]},
        ),
        (
            "ElasticLoadBalancingV2::LoadBalancer",
            "{Scheme: internal, LoadBalancerAttributes: [{Key: access_logs.s3.enabled, Value: 'true'}]}",
            "aws_lb",
            {"internal": True, "load_balancer_type": "application", "access_logs": [{"enabled": "true"}]},
        ),
        (
            "ElasticLoadBalancingV2::Listener",
            "{Protocol: HTTP, Port: 80, DefaultActions: [{Type: redirect, RedirectConfig: {Protocol: HTTPS}}]}",
            "aws_lb_listener",
            {
                "protocol": "HTTP",
                "port": 80,
                "default_action": [{"type": "redirect", "redirect": [{"protocol": "HTTPS"}]}],
            },
        ),
        (
            "ElasticLoadBalancingV2::ListenerRule",
            (
                "{ListenerArn: l, Conditions: [{Field: path-pattern, Values: ['/*']}, "
                "{Field: host-header, HostHeaderConfig: {Values: [a]}}]}"
            ),
            "aws_lb_listener_rule",
            {
                "listener_arn": "l",
                "condition": [{"path_pattern": [{"values": ["/*"]}]}, {"host_header": [{"values": ["a"]}]}],
            },
        ),
        (
            "WAFv2::WebACL",
            (
                "{DefaultAction: {Block: {}}, Rules: [{Name: a, OverrideAction: {Count: {}}, Statement: "
                "{ManagedRuleGroupStatement: {Name: n, ExcludedRules: [{Name: x}]}}}]}"
            ),
            "aws_wafv2_web_acl",
            {
                "default_action": [{"block": [{}]}],
                "rule": [
                    {
                        "name": "a",
                        "override_action": [{"count": [{}]}],
                        "statement": [
                            {"managed_rule_group_statement": [{"name": "n", "excluded_rule": [{"name": "x"}]}]}
                        ],
                    }
                ],
            },
        ),
        (
            "CloudFront::Distribution",
            "{DistributionConfig: {Enabled: true, DefaultCacheBehavior: {ViewerProtocolPolicy: https-only}}}",
            "aws_cloudfront_distribution",
            {"enabled": True, "default_cache_behavior": [{"viewer_protocol_policy": "https-only"}]},
        ),
        (
            "EC2::Instance",
            "{BlockDeviceMappings: [{DeviceName: a, Ebs: {Encrypted: true}}, {DeviceName: b, VirtualName: c}]}",
            "aws_instance",
            {"ebs_block_device": [{"device_name": "a", "encrypted": True}]},
        ),
        ("IAM::UserToGroupAddition", "{GroupName: g, Users: [u]}", "aws_iam_group_membership", None),
        ("SecretsManager::Secret", "{Name: s}", "aws_secretsmanager_secret", {"name": "s"}),
    ],
)
def test_a_type_gives_the_arguments_that_builders_read(
    type_: str, properties: str, made: str, expected: Mapping[str, Any] | None, tmp_path: Path
) -> None:
    expected = {"group": "g", "users": ["u"]} if expected is None else expected
    assert _values(type_, properties, made, tmp_path) == expected


def test_a_vault_has_lock_and_policy_beside_it(tmp_path: Path) -> None:
    properties = f"{{BackupVaultName: v, LockConfiguration: {{MaxRetentionDays: 9}}, AccessPolicy: {_ALLOW}}}"
    found = code(f"Resources: {{It: {{Type: 'AWS::Backup::BackupVault', Properties: {properties}}}}}", tmp_path)
    vault = one(found, "aws_backup_vault")
    (lock,) = found.users(vault, "backup_vault_name", "aws_backup_vault_lock_configuration")
    (policy,) = found.users(vault, "backup_vault_name", "aws_backup_vault_policy")
    assert lock.values["max_retention_days"] == 9
    assert json.loads(policy.values["policy"])["Statement"][0]["Effect"] == "Allow"
