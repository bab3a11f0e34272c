"""Ids of resources that code declares: what they will have where it is known, else their address."""

from __future__ import annotations

from assay.collector import Resource

from .code import Code
from .declared import Declared


def identified(code: Code, declared: Declared, service: str, type_: str, name: str | None) -> Resource:
    """Return a resource with its id, aliases and place; `name` is the one that the cloud will know it by.

    `aws:ACCOUNT:REGION:SERVICE:TYPE/NAME` where all is known (IAM without a region, a bucket without both), else
    `tf:ADDRESS` or `cfn:LOGICAL_ID`. The short form `aws:SERVICE:TYPE/NAME` is an alias.
    """
    aliases = [code.arn_of(declared)] if not code.arn_of(declared).startswith("<") else []
    id = f"{code.prefix}:{declared.address}"
    if name is not None:
        short = f"aws:{service}:{type_}/{name}"
        long = _long(code, declared, service, type_, name)
        if long is not None:
            id = long
        if short != id:
            aliases.append(short)
    return Resource(id, name or declared.address, aliases=aliases, location=declared.place)


def _long(code: Code, declared: Declared, service: str, type_: str, name: str) -> str | None:
    if service == "s3":
        return f"aws:s3:{type_}/{name}"
    account, region = code.account_of(declared), code.region_of(declared)
    if account is None or (region is None and service != "iam"):
        return None
    where = account if service == "iam" else f"{account}:{region}"
    return f"aws:{where}:{service}:{type_}/{name}"
