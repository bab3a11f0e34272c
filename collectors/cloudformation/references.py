"""What `Ref` and `Fn::GetAtt` give, in Terraform's words for attributes."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: Types whose `Ref` is the name that this property sets.
NAMES: Mapping[str, str] = {
    "AWS::S3::Bucket": "BucketName",
    "AWS::RDS::DBInstance": "DBInstanceIdentifier",
    "AWS::RDS::DBCluster": "DBClusterIdentifier",
    "AWS::RDS::DBParameterGroup": "DBParameterGroupName",
    "AWS::RDS::DBClusterParameterGroup": "DBClusterParameterGroupName",
    "AWS::RDS::OptionGroup": "OptionGroupName",
    "AWS::RDS::GlobalCluster": "GlobalClusterIdentifier",
    "AWS::DocDB::DBCluster": "DBClusterIdentifier",
    "AWS::DocDB::DBClusterParameterGroup": "Name",
    "AWS::Neptune::DBCluster": "DBClusterIdentifier",
    "AWS::Neptune::DBClusterParameterGroup": "Name",
    "AWS::ElastiCache::ReplicationGroup": "ReplicationGroupId",
    "AWS::DynamoDB::Table": "TableName",
    "AWS::DynamoDB::GlobalTable": "TableName",
    "AWS::Redshift::Cluster": "ClusterIdentifier",
    "AWS::Redshift::ClusterParameterGroup": "ParameterGroupName",
    "AWS::KMS::Alias": "AliasName",
    "AWS::IAM::Role": "RoleName",
    "AWS::IAM::User": "UserName",
    "AWS::IAM::Group": "GroupName",
    "AWS::IAM::InstanceProfile": "InstanceProfileName",
    "AWS::Logs::LogGroup": "LogGroupName",
    "AWS::CloudTrail::Trail": "TrailName",
    "AWS::Backup::BackupVault": "BackupVaultName",
    "AWS::Lambda::Function": "FunctionName",
    "AWS::ElasticLoadBalancing::LoadBalancer": "LoadBalancerName",
    "AWS::SSM::Parameter": "Name",
}

#: Types whose names the service keeps in small letters.
LOWERED = frozenset(("AWS::RDS::DBInstance", "AWS::RDS::DBCluster", "AWS::Redshift::Cluster"))

#: Types whose `Ref` is an ARN.
ARNS = frozenset(
    (
        "AWS::IAM::ManagedPolicy",
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        "AWS::ElasticLoadBalancingV2::Listener",
        "AWS::ElasticLoadBalancingV2::ListenerRule",
        "AWS::ElasticLoadBalancingV2::TargetGroup",
        "AWS::SecretsManager::Secret",
        "AWS::SNS::Topic",
        "AWS::CertificateManager::Certificate",
    )
)

_ATTRIBUTES: Mapping[str, str] = {
    "Arn": "arn",
    "GroupId": "id",
    "KeyId": "key_id",
    "Id": "id",
    "BackupVaultName": "id",
    "BackupPlanId": "id",
    "DNSName": "dns_name",
    "CanonicalHostedZoneID": "zone_id",
    "RoleId": "unique_id",
    "Endpoint.Address": "address",
    "Endpoint.Port": "port",
    "ReadEndpoint.Address": "reader_endpoint",
    "DomainName": "bucket_domain_name",
    "SecretArn": "arn",
}
_ARN = re.compile(r"^[A-Za-z0-9]*Arn$|^[A-Za-z0-9]*ARN$")
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def attribute_of(type_: str, attribute: str | None) -> str:
    """Return Terraform's name of what `Ref` (None) or `Fn::GetAtt` of a type gives."""
    if attribute is None:
        return "arn" if type_ in ARNS else "id"
    if attribute in _ATTRIBUTES:
        return _ATTRIBUTES[attribute]
    return "arn" if _ARN.match(attribute) else snake(attribute)


def gives_name(type_: str, attribute: str | None) -> bool:
    """Say whether what is asked for is the name of a resource."""
    return type_ in NAMES and (attribute is None or attribute == NAMES[type_])


def snake(name: str) -> str:
    """Return a name as Terraform writes it: `DBSubnetGroupName` is `db_subnet_group_name`."""
    return _WORD.sub("_", name.replace(".", "")).lower()
