"""Warehouses of Redshift, provisioned."""

from __future__ import annotations

from collections.abc import Iterator

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from .engines import REDSHIFT
from .exposure import Exposure
from .folding import tell_worst
from .identity import database
from .parameters import parameters_of
from .recovery import tell_backups
from .storage import tell_storage
from .transport import tell_transport
from .warehouse_logs import tell_logs

CLUSTER = "aws_redshift_cluster"


def warehouses(code: Code, exposure: Exposure) -> Iterator[Resource]:
    """Yield every cluster."""
    for declared in code.of(CLUSTER):
        resource = database(code, declared)
        resource.state("engine", REDSHIFT.kind)
        tell_storage(resource, code, declared, "encrypted", "provider_default")
        parameters = parameters_of(code, declared, "cluster_parameter_group_name", "aws_redshift_parameter_group")
        tell_transport(resource, REDSHIFT, parameters)
        tell_logs(resource, code, declared, parameters)
        tell_worst(resource, "publicly_accessible", [declared.arguments.flag("publicly_accessible")], bad=True)
        exposure.tell_ingress(resource, declared, "vpc_security_group_ids", REDSHIFT.port)
        _tell_upgrades(resource, declared)
        tell_backups(resource, declared, "automated_snapshot_retention_period")
        yield resource


def _tell_upgrades(resource: Resource, declared: Declared) -> None:
    """State whether new versions install themselves, as they do unless the cluster is told otherwise."""
    flag = declared.arguments.flag("allow_version_upgrade")
    if flag is None and declared.is_new:
        resource.state("auto_minor_upgrade", True, "provider_default")
    else:
        tell_worst(resource, "auto_minor_upgrade", [flag], bad=False)
