"""Ids of resources, made from their ARNs."""

from __future__ import annotations


def resource_id(arn: str) -> str:
    """Return `aws:ACCOUNT:REGION:SERVICE:TYPE/NAME` for an ARN of that shape; another stands as it is."""
    parts = arn.split(":", 5)
    if len(parts) < 6 or not all(parts):
        return arn
    _arn, _partition, service, region, account, rest = parts
    return f"aws:{account}:{region}:{service}:{rest}"


def region_of(arn: str) -> str:
    """Return the region of an ARN; empty where it names none, or is no ARN."""
    parts = arn.split(":", 5)
    return parts[3] if len(parts) == 6 else ""
