"""How the bucket of a trail keeps its logs."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import known_later, resource, why
from support.stating import ACCOUNT, only

from collectors.iac.declared import Declared
from collectors.iac.facts import log_source
from collectors.iac.value import Unknown

LATER = Unknown()
BUCKET = "aws_s3_bucket.b"


def trail(action: Any = "create", **values: Any) -> Declared:
    return resource("aws_cloudtrail.t", action, **{"name": "t", "s3_bucket_name": known_later(BUCKET), **values})


def bucket(action: Any = "create", **values: Any) -> Declared:
    return resource(BUCKET, action, **values)


def setting(kind: str, *rules: Any, **values: Any) -> Declared:
    values = {"bucket": known_later(BUCKET), "rule": list(rules), **values}
    return resource(f"aws_s3_bucket_{kind}_configuration.s", **values)


def lifecycle(*rules: Any, **values: Any) -> Declared:
    return setting("lifecycle", *rules, **values)


def expiring(days: object, **values: Any) -> dict[str, Any]:
    return {"status": "Enabled", "filter": [{}], "expiration": [{"days": days}], **values}


def kept(*resources: Declared, **about: Any) -> object:
    return only(log_source, trail(), bucket(), *resources, **about).get("retention_days")


@pytest.mark.parametrize(
    ("rules", "days"),
    [
        ([], -1),
        ([expiring(120)], 120),
        ([expiring(400), expiring(90)], 90),
        ([expiring(120, status="Disabled")], -1),
        ([expiring(120, expiration=[])], -1),
        ([expiring(None)], -1),
        ([expiring(120, filter=[{"prefix": "AWSLogs/"}])], 120),
        ([expiring(120, filter=[{"prefix": f"AWSLogs/{ACCOUNT}/CloudTrail/eu-central-1/"}])], 120),
        ([expiring(120, filter=[{"prefix": f"AWSLogs/{ACCOUNT}/Config/"}])], -1),
        ([expiring(120, filter=[], prefix="uploads/")], -1),
        ([expiring(120, filter=[{"tag": [{"key": "keep", "value": "no"}]}])], -1),
        ([expiring(120, filter=[{"and": [{"prefix": "AWSLogs/", "object_size_greater_than": 1}]}])], 120),
        ([expiring(120, filter=[{"and": [{"tags": {"keep": "no"}}]}])], -1),
        ([expiring(LATER)], None),
        ([expiring(30, expiration=[{"date": "2027-01-01T00:00:00Z"}])], None),
        ([expiring(30, filter=[{"prefix": LATER}])], None),
        ([expiring(30, status=LATER)], None),
    ],
)
def test_logs_are_kept_until_the_first_rule_that_meets_them_ends(rules: list[Any], days: int | None) -> None:
    assert kept(lifecycle(*rules)) == days


def test_rules_inside_the_bucket_count_too() -> None:
    rules = [{"enabled": True, "expiration": [{"days": 40}]}, {"enabled": False, "expiration": [{"days": 2}]}]
    assert only(log_source, trail(), bucket(lifecycle_rule=rules))["retention_days"] == 40


def test_a_prefix_of_the_trail_moves_its_logs() -> None:
    rule = lifecycle(expiring(30, filter=[{"prefix": "AWSLogs/"}]))
    assert only(log_source, trail(s3_key_prefix="audit"), bucket(), rule)["retention_days"] == -1
    assert why(only(log_source, trail(s3_key_prefix=LATER), bucket(), rule), "retention_days") == "known_after_apply"
    assert only(log_source, trail(s3_key_prefix=LATER), bucket(), lifecycle(expiring(30)))["retention_days"] == 30


def test_rules_that_may_be_those_of_the_bucket_leave_it_open() -> None:
    assert kept(lifecycle(expiring(30), bucket=LATER)) is None
    assert kept(complete=False) is None
    assert why(only(log_source, trail(), bucket("no-op")), "retention_days") == "not_in_source"


@pytest.mark.parametrize(
    ("rules", "locked"),
    [
        ([{"default_retention": [{"mode": "COMPLIANCE", "days": 400}]}], True),
        ([{"default_retention": [{"mode": "GOVERNANCE", "years": 1}]}], True),
        ([], False),
        ([{"default_retention": [{"mode": LATER}]}], None),
        ([{"default_retention": LATER}], None),
    ],
)
def test_a_default_lock_makes_logs_immutable(rules: list[Any], locked: bool | None) -> None:
    assert only(log_source, trail(), bucket(), setting("object_lock", *rules)).get("immutable") is locked


def test_a_lock_inside_the_bucket_counts_too() -> None:
    inline = [{"object_lock_enabled": "Enabled", "rule": [{"default_retention": [{"mode": "COMPLIANCE"}]}]}]
    assert only(log_source, trail(), bucket(object_lock_configuration=inline))["immutable"] is True
    assert only(log_source, trail(), bucket())["immutable"] is False
