"""Buckets of code that is written by hand, and the records made of them."""

from __future__ import annotations

from typing import Any

from support.declared_backups import known_later, resource, why
from support.output import MemoryOutput

from collectors.iac.block import Block
from collectors.iac.code import Code
from collectors.iac.declared import Declared
from collectors.iac.facts import storage_bucket

__all__ = [
    "ACCOUNT",
    "ARN",
    "REGION",
    "bucket",
    "known_later",
    "looked",
    "one",
    "read",
    "resource",
    "rules",
    "setting",
    "why",
]

Record = dict[str, Any]
ACCOUNT, REGION = "123456789012", "eu-west-1"
ARN = "arn:aws:s3:::b"


def bucket(action: Any = "create", **values: Any) -> Declared:
    """Return the bucket `b`."""
    return resource("aws_s3_bucket.b", action, **{"bucket": "b", **values})


def setting(kind: str, **values: Any) -> Declared:
    """Return a separate setting of the bucket `b`."""
    return resource(f"aws_s3_bucket_{kind}.b", **{"bucket": "b", **values})


def looked(address: str, **values: Any) -> Declared:
    """Return a data source."""
    type_ = address.rpartition(".")[0]
    return Declared(type_, address, Block(values), {"path": "plan.json", "address": address}, "read")


def read(*resources: Declared, **code: Any) -> MemoryOutput:
    """Return what is made of resources."""
    out = MemoryOutput(basis="declared")
    storage_bucket.build(Code(resources, **{"account": ACCOUNT, "region": REGION, **code}), out)
    return out


def one(*resources: Declared, **code: Any) -> Record:
    """Return the record of the bucket `b`."""
    found = read(*resources, **code).every("storage_bucket")
    return next(record for record in found if record["place"]["address"] == "aws_s3_bucket.b")


def rules(*resources: Declared) -> list[Record]:
    """Return the lifecycle rules, by id."""
    return read(*resources).every("lifecycle_rule")
