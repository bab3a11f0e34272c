"""The sorts of snapshot that code can declare, and what each is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Sort:
    """One resource type: how its copies are named, where their source stands, how they end."""

    type: str
    kind: str
    """`kind` of the backup: snapshot, disk_snapshot, machine_image, pitr."""
    service: str
    named: tuple[str, str | None]
    """Type in the id, and the argument that holds the name in the cloud, where there is one."""
    source: tuple[str, Sequence[str]]
    """The argument that names what is copied, and the types that it may name."""
    days: str | None = None
    """The argument that holds the days of keeping; without one the copy stays until somebody deletes it."""
    follows: bool = True
    """Whether the copy is encrypted as its source is; some services encrypt every copy."""


_DISKS = ("aws_ebs_snapshot", "aws_ebs_snapshot_copy", "aws_ebs_snapshot_import")
_IMAGES = ("aws_ami", "aws_ami_copy", "aws_ami_from_instance")
_FILES = tuple(f"aws_fsx_{name}_file_system" for name in ("lustre", "windows", "ontap", "openzfs"))
_RDS, _CLUSTER = ("snapshot", "db_snapshot_identifier"), ("cluster-snapshot", "db_cluster_snapshot_identifier")

SORTS = (
    Sort("aws_db_snapshot", "snapshot", "rds", _RDS, ("db_instance_identifier", ["aws_db_instance"])),
    Sort(
        "aws_db_snapshot_copy",
        "snapshot",
        "rds",
        ("snapshot", "target_db_snapshot_identifier"),
        ("source_db_snapshot_identifier", ["aws_db_snapshot", "aws_db_snapshot_copy"]),
    ),
    Sort("aws_db_cluster_snapshot", "snapshot", "rds", _CLUSTER, ("db_cluster_identifier", ["aws_rds_cluster"])),
    Sort(
        "aws_rds_cluster_snapshot_copy",
        "snapshot",
        "rds",
        ("cluster-snapshot", "target_db_cluster_snapshot_identifier"),
        (
            "source_db_cluster_snapshot_identifier",
            ["aws_db_cluster_snapshot", "aws_rds_cluster_snapshot_copy"],
        ),
    ),
    Sort("aws_docdb_cluster_snapshot", "snapshot", "rds", _CLUSTER, ("db_cluster_identifier", ["aws_docdb_cluster"])),
    Sort(
        "aws_neptune_cluster_snapshot", "snapshot", "rds", _CLUSTER, ("db_cluster_identifier", ["aws_neptune_cluster"])
    ),
    Sort(
        "aws_db_instance_automated_backups_replication",
        "pitr",
        "rds",
        ("auto-backup", None),
        ("source_db_instance_arn", ["aws_db_instance"]),
        days="retention_period",
    ),
    Sort(
        "aws_redshift_cluster_snapshot",
        "snapshot",
        "redshift",
        ("snapshot", "snapshot_identifier"),
        ("cluster_identifier", ["aws_redshift_cluster"]),
        days="manual_snapshot_retention_period",
    ),
    Sort(
        "aws_redshiftserverless_snapshot",
        "snapshot",
        "redshift-serverless",
        ("snapshot", "snapshot_name"),
        ("namespace_name", ["aws_redshiftserverless_namespace"]),
        days="retention_period",
        follows=False,
    ),
    Sort("aws_fsx_backup", "snapshot", "fsx", ("backup", None), ("file_system_id", _FILES), follows=False),
    Sort("aws_ebs_snapshot", "disk_snapshot", "ec2", ("snapshot", None), ("volume_id", ["aws_ebs_volume"])),
    Sort("aws_ebs_snapshot_copy", "disk_snapshot", "ec2", ("snapshot", None), ("source_snapshot_id", _DISKS)),
    Sort("aws_ebs_snapshot_import", "disk_snapshot", "ec2", ("snapshot", None), ("", [])),
    Sort("aws_ami", "machine_image", "ec2", ("image", None), ("", [])),
    Sort("aws_ami_copy", "machine_image", "ec2", ("image", None), ("source_ami_id", _IMAGES)),
    Sort("aws_ami_from_instance", "machine_image", "ec2", ("image", None), ("source_instance_id", ["aws_instance"])),
)

BY_TYPE = {sort.type: sort for sort in SORTS}
