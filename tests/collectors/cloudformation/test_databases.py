from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from support.templates import code, one, values

from collectors.iac.value import Hidden, Reference, Unknown


def _values(type_: str, properties: str, made: str, folder: Path) -> Mapping[str, Any]:
    return values(code(f"Resources: {{Db: {{Type: '{type_}', Properties: {properties}}}}}", folder), made)


def test_an_instance_keeps_what_it_says_and_says_no_more(tmp_path: Path) -> None:
    properties = "{Engine: Postgres, DBInstanceIdentifier: CRM, VPCSecurityGroups: [sg-1], StorageEncrypted: 'true'}"
    assert _values("AWS::RDS::DBInstance", properties, "aws_db_instance", tmp_path) == {
        "engine": "postgres",
        "identifier": "crm",
        "vpc_security_group_ids": ["sg-1"],
        "storage_encrypted": "true",
    }


def test_a_member_of_a_cluster_is_one(tmp_path: Path) -> None:
    found = code(
        """
        Resources:
          Cluster: {Type: "AWS::RDS::DBCluster", Properties: {Engine: aurora-mysql}}
          Member:
            Type: AWS::RDS::DBInstance
            Properties: {DBClusterIdentifier: !Ref Cluster, PubliclyAccessible: true}
        """,
        tmp_path,
    )
    member = one(found, "aws_rds_cluster_instance")
    assert found.targets(member, "cluster_identifier", "aws_rds_cluster") == found.of("aws_rds_cluster")
    assert (member.address, member.values["publicly_accessible"]) == ("Member", True)
    assert found.of("aws_db_instance") == []


@pytest.mark.parametrize(
    ("properties", "argument"),
    [
        ("{DBSnapshotIdentifier: s}", "snapshot_identifier"),
        ("{DBClusterSnapshotIdentifier: s}", "snapshot_identifier"),
        ("{SourceDBInstanceIdentifier: s}", "replicate_source_db"),
        ("{SourceDbiResourceId: s}", "restore_to_point_in_time"),
    ],
)
def test_what_is_made_of_another_database_says_so(properties: str, argument: str, tmp_path: Path) -> None:
    assert _values("AWS::RDS::DBInstance", properties, "aws_db_instance", tmp_path)[argument]


@pytest.mark.parametrize(
    ("type_", "made"),
    [
        ("AWS::RDS::DBParameterGroup", "aws_db_parameter_group"),
        ("AWS::RDS::DBClusterParameterGroup", "aws_rds_cluster_parameter_group"),
        ("AWS::DocDB::DBClusterParameterGroup", "aws_docdb_cluster_parameter_group"),
        ("AWS::Neptune::DBClusterParameterGroup", "aws_neptune_cluster_parameter_group"),
    ],
)
def test_parameters_are_pairs(type_: str, made: str, tmp_path: Path) -> None:
    found = _values(type_, "{Family: f, Parameters: {a: 1, b: !ImportValue x}}", made, tmp_path)
    assert found["parameter"][0] == {"name": "a", "value": 1}
    assert isinstance(found["parameter"][1]["value"], Unknown)


def test_parameters_of_a_warehouse_are_a_list_already(tmp_path: Path) -> None:
    properties = "{Parameters: [{ParameterName: require_ssl, ParameterValue: 'true'}]}"
    found = _values("AWS::Redshift::ClusterParameterGroup", properties, "aws_redshift_parameter_group", tmp_path)
    assert found["parameter"] == [{"name": "require_ssl", "value": "true"}]


def test_options_keep_their_settings(tmp_path: Path) -> None:
    properties = "{OptionConfigurations: [{OptionName: A, OptionSettings: [{Name: n, Value: v}]}]}"
    found = _values("AWS::RDS::OptionGroup", properties, "aws_db_option_group", tmp_path)
    assert found["option"] == [{"option_name": "A", "option_settings": [{"name": "n", "value": "v"}]}]


def test_a_warehouse_has_its_log_beside_it(tmp_path: Path) -> None:
    properties = "{MasterUserPassword: secret-1, LoggingProperties: {BucketName: logs}}"
    found = code(f"Resources: {{Db: {{Type: 'AWS::Redshift::Cluster', Properties: {properties}}}}}", tmp_path)
    assert values(found, "aws_redshift_cluster") == {"master_password": Hidden("literal")}
    assert values(found, "aws_redshift_logging")["bucket_name"] == "logs"
    assert found.users(found.of("aws_redshift_cluster")[0], "cluster_identifier", "aws_redshift_logging")


def test_a_table_keeps_encryption_and_recovery(tmp_path: Path) -> None:
    properties = "{SSESpecification: {SSEEnabled: true}, PointInTimeRecoverySpecification: {RecoveryPeriodInDays: 7}}"
    assert _values("AWS::DynamoDB::Table", properties, "aws_dynamodb_table", tmp_path) == {
        "server_side_encryption": [{"enabled": True}],
        "point_in_time_recovery": [{"enabled": False, "recovery_period_in_days": 7}],
    }


def test_a_global_table_is_a_table_for_each_replica(tmp_path: Path) -> None:
    found = code(
        """
        Resources:
          Key: {Type: "AWS::KMS::Key"}
          Table:
            Type: AWS::DynamoDB::GlobalTable
            Properties:
              TableName: orders
              SSESpecification: {SSEEnabled: true, SSEType: KMS}
              Replicas:
                - {Region: eu-west-1, SSESpecification: {KMSMasterKeyId: !Ref Key}}
                - {Region: us-east-1, PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}}
        """,
        tmp_path,
    )
    first, second = found.of("aws_dynamodb_table")
    assert (first.address, first.region, first.values["name"]) == ("Table", "eu-west-1", "orders")
    (encryption,) = first.values["server_side_encryption"]
    assert encryption["enabled"] is True
    assert encryption["kms_key_arn"].references == (Reference("Key", "id"),)
    assert (second.address, second.region) == ("Table.Replicas[1]", "us-east-1")
    assert second.values["server_side_encryption"] == [{"enabled": True}]
    assert second.values["point_in_time_recovery"] == [{"enabled": True}]
