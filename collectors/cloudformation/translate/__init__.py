"""The tables: what each type of CloudFormation amounts to in Terraform's vocabulary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from . import (
    backup,
    database_groups,
    databases,
    dynamodb,
    endpoints,
    firewalls,
    identities,
    keys,
    load_balancers,
    logs,
    machines,
    networks,
    permission_sets,
    policies,
    redshift,
    runtimes,
    s3,
    secrets_kept,
)
from .shape import Part

_TABLES = (
    backup,
    database_groups,
    databases,
    dynamodb,
    endpoints,
    firewalls,
    identities,
    keys,
    load_balancers,
    logs,
    machines,
    networks,
    permission_sets,
    policies,
    redshift,
    runtimes,
    s3,
    secrets_kept,
)

TYPES: Mapping[str, Sequence[Part]] = {type_: parts for table in _TABLES for type_, parts in table.TYPES.items()}
