"""Databases: servers, clusters with their instances, warehouses and tables of key-value stores."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from assay.collector import Output

from ..code import Code
from .databases.dynamodb import tables
from .databases.exposure import Exposure
from .databases.rds_cluster import clusters
from .databases.rds_instance import instances
from .databases.redshift import warehouses
from .databases.redshift_serverless import serverless_warehouses

KINDS: Sequence[str] = ("database_instance",)


def build(code: Code, out: Output) -> None:
    """State the facts of every declared database."""
    if not code.complete:
        out.incomplete(KINDS[0], "partial")
    exposure = Exposure(code)
    found = (builder(code, exposure) for builder in (instances, clusters, warehouses, serverless_warehouses))
    for resource in chain(*found, tables(code)):
        out.resource(KINDS[0], resource)
