"""Whether access to objects is recorded: server access log, trails, and doubt about either."""

from __future__ import annotations

from typing import Any

import pytest
from support.aws_calls import bucket, read

from collectors.aws.trouble import Trouble

ARN = "arn:aws:cloudtrail:eu-west-1:123456789012:trail/t"
TRAIL = {"TrailARN": ARN, "HomeRegion": "eu-west-1"}
DENIED = Trouble("denied", "AccessDeniedException")
LOG = {"s3:GetBucketLogging": {"LoggingEnabled": {"TargetBucket": "logs", "TargetPrefix": ""}}}
DATA = {"Field": "eventCategory", "Equals": ["Data"]}
OBJECTS = {"Field": "resources.type", "Equals": ["AWS::S3::Object"]}


def trail(selectors: Any, logging: Any = True) -> dict[str, Any]:
    return {
        "cloudtrail:DescribeTrails": {"trailList": [TRAIL]},
        "cloudtrail:GetTrailStatus": logging if isinstance(logging, Trouble) else {"IsLogging": logging},
        "cloudtrail:GetEventSelectors": selectors,
    }


def basic(*values: str, access: str = "All", kind: str = "AWS::S3::Object") -> dict[str, Any]:
    return {"EventSelectors": [{"ReadWriteType": access, "DataResources": [{"Type": kind, "Values": list(values)}]}]}


def advanced(*fields: dict[str, Any]) -> dict[str, Any]:
    return {"AdvancedEventSelectors": [{"Name": "objects", "FieldSelectors": list(fields)}]}


def arns(**filters: list[str]) -> dict[str, Any]:
    return {"Field": "resources.ARN", **filters}


@pytest.mark.parametrize(
    "selectors",
    [
        basic("arn:aws:s3:::b/"),
        basic("arn:aws:s3"),
        basic("arn:aws:s3:::other/", "arn:aws:s3:::"),
        {
            "EventSelectors": basic("arn:aws:s3", access="ReadOnly")["EventSelectors"]
            + basic("arn:aws:s3", access="WriteOnly")["EventSelectors"]
        },
        advanced(DATA, OBJECTS),
        advanced(DATA, OBJECTS, arns(StartsWith=["arn:aws:s3:::a", "arn:aws:s3:::b/"])),
        advanced(DATA, OBJECTS, arns(NotStartsWith=["arn:aws:s3:::other/"])),
        {
            "AdvancedEventSelectors": advanced(DATA, OBJECTS, {"Field": "readOnly", "Equals": ["true"]})[
                "AdvancedEventSelectors"
            ]
            + advanced(DATA, OBJECTS, {"Field": "readOnly", "Equals": ["false"]})["AdvancedEventSelectors"]
        },
    ],
)
def test_a_trail_that_records_every_read_and_write_counts(selectors: dict[str, Any]) -> None:
    made = bucket(trail(selectors))
    assert made["access_logging"] == "data_events"
    assert made["log_source_id"] == "aws:123456789012:eu-west-1:cloudtrail:trail/t"


@pytest.mark.parametrize(
    "selectors",
    [
        {"EventSelectors": [{"ReadWriteType": "All"}], "AdvancedEventSelectors": []},
        basic("arn:aws:s3:::other/"),
        basic("arn:aws:s3:::b/private/"),
        basic("arn:aws:s3", access="WriteOnly"),
        basic("arn:aws:s3", access="ReadOnly"),
        basic("arn:aws:lambda", kind="AWS::Lambda::Function"),
        advanced(DATA, {"Field": "resources.type", "Equals": ["AWS::DynamoDB::Table"]}),
        advanced({"Field": "eventCategory", "Equals": ["Management"]}, OBJECTS),
        advanced(DATA, OBJECTS, {"Field": "readOnly", "Equals": ["false"]}),
        advanced(DATA, OBJECTS, {"Field": "eventName", "Equals": ["DeleteObject"]}),
        advanced(DATA, OBJECTS, arns(StartsWith=["arn:aws:s3:::b/private/"])),
        advanced(DATA, OBJECTS, arns(StartsWith=["arn:aws:s3:::b/"], NotEndsWith=[".tmp"])),
        advanced(DATA, OBJECTS, arns(NotStartsWith=["arn:aws:s3:::b/public/"])),
        advanced(DATA, OBJECTS, arns(NotStartsWith=["arn:aws:s3:::"])),
        advanced(DATA),
    ],
)
def test_a_trail_that_leaves_some_access_out_does_not_count(selectors: dict[str, Any]) -> None:
    made = bucket(trail(selectors))
    assert (made["access_logging"], made["log_source_id"]) == ("none", "none")


def test_a_trail_that_is_switched_off_records_nothing() -> None:
    assert bucket(trail(basic("arn:aws:s3"), logging=False))["access_logging"] == "none"
    assert bucket(trail(DENIED, logging=False))["access_logging"] == "none"


def test_a_trail_in_doubt_matters_only_where_it_would_record_the_bucket() -> None:
    assert bucket(trail(basic("arn:aws:s3:::other/"), logging=DENIED))["access_logging"] == "none"
    made = bucket(trail(basic("arn:aws:s3:::b/"), logging=DENIED))
    assert made["unread"]["access_logging"] == ("denied", "cloudtrail:GetTrailStatus")


def test_the_log_of_the_bucket_itself_names_where_it_goes() -> None:
    made = bucket(LOG)
    assert (made["access_logging"], made["log_source_id"]) == ("server_access", "aws:s3:bucket/logs")


def test_both_ways_together_are_both() -> None:
    assert bucket(LOG | trail(basic("arn:aws:s3")))["access_logging"] == "both"


@pytest.mark.parametrize("denied", ["cloudtrail:DescribeTrails", "cloudtrail:GetEventSelectors"])
def test_trails_in_doubt_behind_a_server_access_log_leave_both_open(denied: str) -> None:
    made = bucket(LOG | trail(basic("arn:aws:s3:::other/")) | {denied: DENIED})
    assert made["unread"] == dict.fromkeys(("access_logging", "log_source_id"), ("denied", denied))


def test_a_trail_on_record_settles_the_doubt_about_another() -> None:
    other = {"TrailARN": f"{ARN}2", "HomeRegion": "eu-north-1"}
    answers = trail(basic("arn:aws:s3")) | {"cloudtrail:DescribeTrails": {"trailList": [TRAIL, other]}}
    out, calls = read(answers)
    assert out.one("storage_bucket", "aws:s3:bucket/b")["access_logging"] == "data_events"
    asked = {(label, region) for label, region, _ in calls.asked if label == "cloudtrail:GetTrailStatus"}
    assert asked == {("cloudtrail:GetTrailStatus", "eu-west-1"), ("cloudtrail:GetTrailStatus", "eu-north-1")}


def test_a_trail_that_two_regions_list_is_read_once() -> None:
    listed = {
        "s3:ListBuckets": {
            "Buckets": [{"Name": n, "BucketRegion": r} for n, r in (("b", "eu-west-1"), ("c", "eu-north-1"))]
        }
    }
    location = {"s3:GetBucketLocation": DENIED}
    out, calls = read(trail(basic("arn:aws:s3")) | listed | location)
    assert [record["access_logging"] for record in out.every("storage_bucket")] == ["data_events"] * 2
    labels = [label for label, _, _ in calls.asked]
    assert (labels.count("cloudtrail:DescribeTrails"), labels.count("cloudtrail:GetEventSelectors")) == (2, 1)


def test_a_bucket_in_an_unknown_region_may_have_any_trail() -> None:
    made = bucket(trail(basic("arn:aws:s3")) | {"s3:GetBucketLocation": Trouble("denied", "AccessDenied")})
    assert made["unread"]["access_logging"] == ("denied", "s3:GetBucketLocation")
