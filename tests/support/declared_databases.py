"""Databases of code that is written by hand, and the records made of them."""

from __future__ import annotations

from typing import Any

from support.declared_backups import Record, resource
from support.stating import stated

from collectors.iac.declared import Action, Declared
from collectors.iac.facts import database_instance


def instance(name: str = "db", action: Action = "create", **values: Any) -> Declared:
    """Return an instance of PostgreSQL 16."""
    told = {"identifier": name, "engine": "postgres", "engine_version": "16.8"}
    return resource(f"aws_db_instance.{name}", action, **{**told, **values})


def cluster(name: str = "c", engine: str = "aurora-mysql", **values: Any) -> Declared:
    """Return a cluster of Aurora."""
    return resource(f"aws_rds_cluster.{name}", cluster_identifier=name, engine=engine, **values)


def member(name: str, of: object = "c", **values: Any) -> Declared:
    """Return an instance of a cluster."""
    return resource(f"aws_rds_cluster_instance.{name}", identifier=name, cluster_identifier=of, **values)


def group(type_: str, **parameters: object) -> Declared:
    """Return a parameter group called `g`; two underscores in the name of a parameter stand for a dot."""
    pairs = [{"name": name.replace("__", "."), "value": value} for name, value in parameters.items()]
    return resource(f"{type_}.g", name="g", parameter=pairs)


def first(*resources: Declared, **about: Any) -> Record:
    """Return the record of the first resource."""
    found = stated(database_instance, *resources, **about)
    return next(record for record in found if record["place"]["address"] == resources[0].address)
