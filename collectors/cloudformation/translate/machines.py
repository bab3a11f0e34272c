"""Machines, their disks and network interfaces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...iac.value import Unknown
from .forms import TAGS, each
from .shape import Arguments, From, Item, Part, shaped

_DISK: Arguments = {
    "encrypted": "Encrypted",
    "kms_key_id": "KmsKeyId",
    "snapshot_id": "SnapshotId",
    "volume_size": "VolumeSize",
    "volume_type": "VolumeType",
}


def _disks(mappings: Any) -> Any:
    """Return the disks of a machine, leaving out what is no disk of EBS."""
    found: list[Any] = []
    for mapping in mappings if isinstance(mappings, list) else [mappings]:
        disk = mapping.get("Ebs") if isinstance(mapping, dict) else mapping
        if isinstance(disk, dict):
            found.append({"device_name": mapping.get("DeviceName", ""), **shaped(Item(disk), _DISK)})
        elif isinstance(disk, Unknown):
            found.append(disk)
    return found


_INTERFACE: Arguments = {"security_groups": "GroupSet", "subnet_id": "SubnetId"}
_INSTANCE: Arguments = {
    "instance_type": "InstanceType",
    "vpc_security_group_ids": "SecurityGroupIds",
    "security_groups": "SecurityGroups",
    "iam_instance_profile": "IamInstanceProfile",
    "network_interface": From("NetworkInterfaces", each(_INTERFACE)),
    "ebs_block_device": From("BlockDeviceMappings", _disks),
    "subnet_id": "SubnetId",
    "user_data_base64": "UserData",
    "tags": TAGS,
}

TYPES: Mapping[str, Sequence[Part]] = {
    "AWS::EC2::Instance": [Part("aws_instance", _INSTANCE)],
    "AWS::EC2::LaunchTemplate": [Part("aws_launch_template", _INSTANCE, of="LaunchTemplateData")],
    "AWS::EC2::NetworkInterface": [Part("aws_network_interface", _INTERFACE)],
    "AWS::EC2::Volume": [Part("aws_ebs_volume", {**_DISK, "tags": TAGS})],
}
