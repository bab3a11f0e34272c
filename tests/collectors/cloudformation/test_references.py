from __future__ import annotations

from pathlib import Path

import pytest
from support.templates import code, one, values

from collectors.cloudformation.references import NAMES, snake
from collectors.cloudformation.translate import TYPES
from collectors.iac.value import Reference


def test_a_trail_names_objects_of_a_bucket_in_a_text(tmp_path: Path) -> None:
    found = code(
        """
        Resources:
          Docs: {Type: "AWS::S3::Bucket"}
          Trail:
            Type: AWS::CloudTrail::Trail
            Properties:
              EventSelectors: [{DataResources: [{Type: "AWS::S3::Object", Values: [!Sub "${Docs.Arn}/"]}]}]
        """,
        tmp_path,
    )
    (selector,) = values(found, "aws_cloudtrail")["event_selector"]
    assert selector["data_resource"] == [{"type": "AWS::S3::Object", "values": ["<Docs.arn>/"]}]
    assert one(found, "aws_cloudtrail").references["event_selector"] == (Reference("Docs", "arn"),)


def test_a_type_without_a_table_still_names_what_it_uses(tmp_path: Path) -> None:
    found = code(
        """
        Resources:
          Group: {Type: "AWS::EC2::SecurityGroup"}
          Target: {Type: "AWS::EFS::MountTarget", Properties: {SecurityGroups: [!GetAtt Group.GroupId]}}
        """,
        tmp_path,
    )
    target = one(found, "AWS::EFS::MountTarget")
    assert target.references["security_groups"] == (Reference("Group", "id"),)


def test_every_type_that_has_a_name_is_translated() -> None:
    assert set(NAMES) - {"AWS::ElastiCache::ReplicationGroup"} <= TYPES.keys()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("DBSubnetGroupName", "db_subnet_group_name"),
        ("IPSetReferenceStatement", "ip_set_reference_statement"),
        ("KMSKeyId", "kms_key_id"),
        ("S3BucketName", "s3_bucket_name"),
    ],
)
def test_names_are_written_as_terraform_does(name: str, expected: str) -> None:
    assert snake(name) == expected
