"""Log groups of code as sources of logs."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import Record, known_later, resource, why
from support.stating import ACCOUNT, only, stated

from collectors.iac.declared import Declared
from collectors.iac.facts import log_source
from collectors.iac.value import Unknown

LATER = Unknown()
GROUP = "aws_cloudwatch_log_group.g"


def group(action: Any = "create", **values: Any) -> Declared:
    return resource(GROUP, action, **{"name": "/shop/web", **values})


@pytest.mark.parametrize(("written", "days"), [(400, 400), ("30", 30), (0, -1), (None, -1)])
def test_a_log_group_keeps_for_ever_unless_told_otherwise(written: object, days: int) -> None:
    assert only(log_source, group(retention_in_days=written))["retention_days"] == days


def test_the_retention_of_a_log_group_may_not_be_known() -> None:
    assert why(only(log_source, group(retention_in_days=LATER)), "retention_days") == "known_after_apply"
    assert why(only(log_source, group("no-op")), "retention_days") == "not_in_source"


@pytest.mark.parametrize(
    ("name", "kind", "covered"),
    [
        ("/aws/rds/instance/crm/postgresql", "db_audit", ["aws:rds:instance/crm"]),
        ("/aws/rds/cluster/crm/audit", "db_audit", ["aws:rds:cluster/crm"]),
        ("/aws/docdb/crm/audit", "db_audit", ["aws:rds:cluster/crm"]),
        ("/aws/lambda/crm", "app_access", None),
        (LATER, "app_access", None),
    ],
)
def test_a_log_group_says_by_its_name_whose_it_is(name: object, kind: str, covered: list[str] | None) -> None:
    found = only(log_source, group(name=name))
    assert (found["kind"], found.get("covers_ids"), found["enabled"]) == (kind, covered, True)


def test_the_log_group_of_a_trail_records_what_the_trail_does() -> None:
    found = stated(
        log_source,
        group(),
        resource("aws_cloudtrail.t", is_multi_region_trail=True, cloud_watch_logs_group_arn=known_later(GROUP, "arn")),
    )
    assert [(record["kind"], record["multi_region"]) for record in found] == [("cloud_trail", True)] * 2


def test_a_plain_log_group_is_neither_central_nor_beyond_change() -> None:
    found = only(log_source, group())
    assert [found[field] for field in ("centralised", "immutable", "integrity_validation")] == [False, False, False]
    assert why(only(log_source, group("no-op")), "centralised") == "not_in_source"


def forwarding(to: object, of: object = "/shop/web") -> Record:
    subscription = resource("aws_cloudwatch_log_subscription_filter.f", log_group_name=of, destination_arn=to)
    return only(log_source, group(), subscription)


def test_a_log_group_that_delivers_to_another_account_is_central() -> None:
    found = forwarding("arn:aws:logs:eu-central-1:999999999999:destination:all")
    assert found["centralised"] is True
    assert why(found, "immutable") == "not_in_source"


@pytest.mark.parametrize("to", [f"arn:aws:lambda:eu-central-1:{ACCOUNT}:function:f", LATER])
def test_where_a_subscription_leads_may_not_be_known(to: object) -> None:
    assert why(forwarding(to), "centralised") == "not_in_source"
    assert why(forwarding(to, of=LATER), "centralised") == "not_in_source"
