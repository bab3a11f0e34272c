"""Log groups of CloudWatch as sources of logs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assay.collector import Resource

from ..code import Code
from ..declared import Declared
from ..ids import identified
from ..value import Unknown
from .log_bucket import FOR_EVER
from .log_trail import TRAIL, tell_encrypted, tell_reach
from .loose import loose
from .telling import tell, tell_or_default

GROUP = "aws_cloudwatch_log_group"
_FILTER = "aws_cloudwatch_log_subscription_filter"
_OF_DATABASE = re.compile(r"/aws/(rds/instance|rds/cluster|docdb|neptune|redshift/cluster)/(?P<name>[^/<>]+)/")
_ACCOUNT = re.compile(r"arn:[^:]*:[^:]*:[^:]*:(?P<account>[0-9]{12}):")
_TYPES = {"rds/instance": "rds:instance", "redshift/cluster": "redshift:cluster"}


def groups(code: Code) -> Iterator[Resource]:
    """Yield the log groups; each receives what is written to it, there is no switch."""
    for group in code.of(GROUP):
        resource = identified(code, group, "logs", "log-group", _name(group))
        resource.state("enabled", True)
        _tell_sort(code, resource, group)
        days = group.arguments.number("retention_in_days")
        tell_or_default(resource, "retention_days", FOR_EVER if days == 0 else days, FOR_EVER, group)
        tell_encrypted(resource, group)
        _tell_forwarding(code, resource, group)
        yield resource


def _name(group: Declared) -> str | None:
    name = group.arguments.text("name")
    return name if isinstance(name, str) else None


def _tell_sort(code: Code, resource: Resource, group: Declared) -> None:
    """Say whose log it is: that of a trail, of a database by its name, else of an application."""
    trails = code.users(group, "cloud_watch_logs_group_arn", TRAIL)
    of_database = _OF_DATABASE.match(_name(group) or "")
    if trails:
        tell_reach(code, resource, trails[0])
    elif of_database:
        type_ = _TYPES.get(of_database[1], "rds:cluster")
        resource.state("kind", "db_audit")
        resource.state("covers_ids", [f"aws:{type_}/{of_database['name']}"])
    else:
        resource.state("kind", "app_access")
        resource.miss("covers_ids", "not_in_source")


def _tell_forwarding(code: Code, resource: Resource, group: Declared) -> None:
    """Say whether the logs are kept elsewhere too: a group alone is neither central nor beyond change."""
    filters = code.users(group, "log_group_name", _FILTER)
    if filters or loose(code, "log_group_name", GROUP, _FILTER):
        beyond = Unknown("not_in_source", operation="where the subscription of the log group delivers to")
        tell(resource, "centralised", True if any(_leaves(code, group, one) for one in filters) else beyond)
        tell(resource, "immutable", beyond)
        tell(resource, "integrity_validation", beyond)
    else:
        tell_or_default(resource, "centralised", None, False, group)
        resource.state("immutable", False)
        resource.state("integrity_validation", False)


def _leaves(code: Code, group: Declared, subscription: Declared) -> bool:
    """Say whether a subscription is known to deliver to another account."""
    own, to = code.account_of(group), subscription.arguments.text("destination_arn")
    account = _ACCOUNT.match(to) if isinstance(to, str) else None
    return account is not None and own is not None and account["account"] != own
