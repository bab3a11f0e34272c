"""Permissions on copies that other code, or nobody's code, declares: what they open is known, the copy is not."""

from __future__ import annotations

from collections.abc import Iterator

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ...ids import identified
from ...value import Unknown
from .sharing import PERMISSIONS, state_party

_KINDS = {"aws_snapshot_create_volume_permission": "disk_snapshot", "aws_ami_launch_permission": "machine_image"}


def strays(code: Code) -> Iterator[tuple[Declared, Resource]]:
    """Return a record for each permission whose copy the code does not hold, by the address of the permission."""
    for type_, (argument, copies) in PERMISSIONS.items():
        for permission in code.of(type_):
            found = code.targets(permission, argument, *copies)
            if isinstance(found, Unknown) or not found:
                yield permission, _record(code, permission)


def _record(code: Code, permission: Declared) -> Resource:
    resource = identified(code, permission, "ec2", "permission", None)
    resource.state("kind", _KINDS[permission.type])
    state_party(resource, permission)
    return resource
