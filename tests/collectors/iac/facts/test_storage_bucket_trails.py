"""Access to the objects of buckets of code that trails of the same code record."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_buckets import ARN, bucket, known_later, one, resource, setting, why

from collectors.iac.value import Unknown

OBJECTS = "AWS::S3::Object"
TRAIL_ID = "aws:123456789012:eu-west-1:cloudtrail:trail/t"


def trail(*resources: Any, **values: Any) -> Any:
    listed = [{"type": OBJECTS, "values": list(resources)}]
    return resource("aws_cloudtrail.t", **{"name": "t", "event_selector": [{"data_resource": listed}], **values})


def advanced(*fields: dict[str, Any]) -> Any:
    base = [{"field": "eventCategory", "equals": ["Data"]}, {"field": "resources.type", "equals": [OBJECTS]}]
    selector = [{"field_selector": [*base, *fields]}]
    return resource("aws_cloudtrail.t", name="t", event_selector=[], advanced_event_selector=selector)


def of_arn(**values: Any) -> dict[str, Any]:
    return {"field": "resources.ARN", **values}


@pytest.mark.parametrize("value", ["arn:aws:s3", "arn:aws:s3:::", f"{ARN}/", "<aws_s3_bucket.b.arn>/"])
def test_a_trail_records_the_buckets_that_it_names(value: str) -> None:
    found = one(bucket(), trail(value))
    assert (found["access_logging"], found["log_source_id"]) == ("data_events", TRAIL_ID)


def test_both_logs_count() -> None:
    assert one(bucket(), trail("arn:aws:s3"), setting("logging", target_bucket="l"))["access_logging"] == "both"


@pytest.mark.parametrize(
    "made",
    [
        trail("arn:aws:s3:::other/"),
        trail(f"{ARN}/folder/"),
        trail("arn:aws:s3", enable_logging=False),
        trail(event_selector=[]),
        trail(event_selector=[{"read_write_type": "WriteOnly", "data_resource": [{"type": OBJECTS, "values": [ARN]}]}]),
        advanced(of_arn(starts_with=["arn:aws:s3:::other/"])),
        advanced(of_arn(not_starts_with=[f"{ARN}/"])),
        advanced({"field": "readOnly", "equals": ["true"]}),
    ],
)
def test_a_trail_that_leaves_some_access_out_does_not_count(made: Any) -> None:
    found = one(bucket(), made)
    assert (found["access_logging"], found["log_source_id"]) == ("none", "none")


@pytest.mark.parametrize(
    "made",
    [advanced(), advanced(of_arn(starts_with=[f"{ARN}/"])), advanced(of_arn(not_starts_with=["arn:aws:s3:::o/"]))],
)
def test_advanced_selectors_count_where_every_object_passes(made: Any) -> None:
    assert one(bucket(), made)["access_logging"] == "data_events"


@pytest.mark.parametrize(
    "made",
    [
        trail(known_later("aws_s3_bucket.b", "arn")),
        trail(Unknown()),
        trail("arn:aws:s3", enable_logging=Unknown()),
        trail(event_selector=Unknown()),
        trail(event_selector=[{"data_resource": Unknown()}]),
        trail(event_selector=[{"read_write_type": Unknown(), "data_resource": []}]),
        advanced(of_arn(starts_with=[known_later("aws_s3_bucket.b", "arn")])),
        advanced(of_arn(not_starts_with=[Unknown()])),
        advanced({"field": "readOnly", "equals": [Unknown()]}),
        resource("aws_cloudtrail.t", advanced_event_selector=[{"field_selector": Unknown()}]),
    ],
)
def test_what_is_not_known_of_a_trail_leaves_the_log_open(made: Any) -> None:
    assert why(one(bucket(), made), "access_logging") == "known_after_apply"


def test_what_is_not_known_does_not_matter_where_it_is_about_another_bucket() -> None:
    other = resource("aws_s3_bucket.other", bucket="other")
    made = trail(known_later("aws_s3_bucket.other", "arn"))
    assert one(bucket(), other, made)["access_logging"] == "none"
    assert one(bucket(), trail(Unknown(), f"{ARN}/"))["access_logging"] == "data_events"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"is_multi_region_trail": True}, "data_events"),
        ({}, "none"),
        ({"is_organization_trail": True, "is_multi_region_trail": True}, "data_events"),
    ],
)
def test_a_trail_of_another_region_counts_where_it_covers_all(values: dict[str, Any], expected: str) -> None:
    made = trail("arn:aws:s3", **values)
    made = type(made)(**{**vars(made), "region": "us-east-1"})
    assert one(bucket(), made)["access_logging"] == expected


@pytest.mark.parametrize(("organization", "expected"), [(True, "data_events"), (False, "none")])
def test_a_trail_of_another_account_counts_where_it_is_that_of_the_organisation(
    organization: bool, expected: str
) -> None:
    made = trail("arn:aws:s3", is_organization_trail=organization)
    made = type(made)(**{**vars(made), "account": "999988887777"})
    assert one(bucket(), made)["access_logging"] == expected
