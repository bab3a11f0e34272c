"""What a declared database is called, and where it will run."""

from __future__ import annotations

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ...ids import identified
from ..labels import tell_labels

#: Type to service, type in the id, and the argument that holds the name in the cloud.
_NAMED = {
    "aws_db_instance": ("rds", "instance", "identifier"),
    "aws_rds_cluster": ("rds", "cluster", "cluster_identifier"),
    "aws_rds_cluster_instance": ("rds", "instance", "identifier"),
    "aws_docdb_cluster": ("rds", "cluster", "cluster_identifier"),
    "aws_docdb_cluster_instance": ("rds", "instance", "identifier"),
    "aws_neptune_cluster": ("rds", "cluster", "cluster_identifier"),
    "aws_neptune_cluster_instance": ("rds", "instance", "identifier"),
    "aws_redshift_cluster": ("redshift", "cluster", "cluster_identifier"),
    "aws_redshiftserverless_namespace": ("redshift-serverless", "namespace", "namespace_name"),
    "aws_dynamodb_table": ("dynamodb", "table", "name"),
}


def database(code: Code, declared: Declared) -> Resource:
    """Return the record of a declared database with its place and tags."""
    service, type_, _ = _NAMED[declared.type]
    resource = identified(code, declared, service, type_, name_of(declared))
    resource.state("hosting", "aws")
    for field, value in (("region", code.region_of(declared)), ("account_id", code.account_of(declared))):
        if value is not None:
            resource.state(field, value)
    tell_labels(resource, declared)
    return resource


def database_id(code: Code, declared: Declared) -> str:
    """Return the id of the record of a declared database."""
    service, type_, _ = _NAMED[declared.type]
    return identified(code, declared, service, type_, name_of(declared)).id


def name_of(declared: Declared) -> str | None:
    """Return the name that the cloud will know a database by, where it is known."""
    name = declared.arguments.text(_NAMED[declared.type][2])
    return name if isinstance(name, str) else None
