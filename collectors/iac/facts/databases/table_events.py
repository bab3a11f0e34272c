"""Which trail of the code records the use of a table of DynamoDB: reads, writes and changes of the table."""

from __future__ import annotations

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ..buckets.trails import trail_id
from .table_selectors import recorded

_WHOLE = ["ddl", "dml", "select"]


def tell_trail(resource: Resource, code: Code, table: Declared) -> None:
    """State the trail that records all of a table's use; where none does, one outside of the code may."""
    trail = next((trail for trail in code.of("aws_cloudtrail") if _records(code, trail, table)), None)
    if trail is None:
        for field in ("audit_enabled", "audit_scope", "log_source_id"):
            resource.miss(field, "not_in_source", "no trail in the code records all events of the table")
    else:
        resource.state("audit_enabled", True)
        resource.state("audit_scope", _WHOLE)
        resource.state("log_source_id", trail_id(code, trail))


def _records(code: Code, trail: Declared, table: Declared) -> bool:
    flag = trail.arguments.flag
    if flag("enable_logging") not in (None, True):
        return False
    same_account = code.account_of(trail) == code.account_of(table) or flag("is_organization_trail") is True
    same_region = code.region_of(trail) == code.region_of(table) or flag("is_multi_region_trail") is True
    return same_account and same_region and recorded(code, trail, table) >= set(_WHOLE)
