"""Lifecycle rules from every form in which servers write them."""

from __future__ import annotations

from typing import Any

import pytest
from support.aws_calls import bucket, read

from collectors.aws.trouble import Trouble

NO_AGE = ("not_in_source", "s3:GetBucketLifecycleConfiguration")
ID = "aws:s3:bucket/b:lifecycle/"


def rules(*written: dict[str, Any], server: str = "AmazonS3") -> list[dict[str, Any]]:
    answers = {"s3:GetBucketLifecycleConfiguration": {"Rules": [{"Status": "Enabled"} | rule for rule in written]}}
    return read(answers, server)[0].every("lifecycle_rule")


@pytest.mark.parametrize(
    ("written", "prefix", "other", "whole"),
    [
        ({}, "", False, True),
        ({"Filter": {}}, "", False, True),
        ({"Prefix": ""}, "", False, True),
        ({"Filter": {"Prefix": ""}}, "", False, True),
        ({"Prefix": "old/"}, "old/", False, False),
        ({"Filter": {"Prefix": "logs/"}}, "logs/", False, False),
        ({"Filter": {"Tag": {"Key": "a", "Value": "b"}}}, "", True, False),
        ({"Filter": {"ObjectSizeGreaterThan": 1000}}, "", True, False),
        ({"Filter": {"And": {"Prefix": "", "Tags": [{"Key": "a", "Value": "b"}]}}}, "", True, False),
        ({"Filter": {"And": {"Prefix": "x/", "ObjectSizeLessThan": 9}}}, "x/", True, False),
    ],
)
def test_what_a_rule_covers(written: dict[str, Any], prefix: str, other: bool, whole: bool) -> None:
    (rule,) = rules(written)
    assert (rule["prefix"], rule["other_filter"], rule["covers_whole_bucket"]) == (prefix, other, whole)


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ({"Expiration": {"Days": 30}}, (30, "none", "none")),
        ({"Expiration": {"Days": 0}}, (0, "none", "none")),
        ({"Expiration": {"ExpiredObjectDeleteMarker": True}}, ("none", "none", "none")),
        ({"NoncurrentVersionExpiration": {"NoncurrentDays": 90}}, ("none", 90, "none")),
        ({"AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}}, ("none", "none", 7)),
        ({"Transitions": [{"Days": 30, "StorageClass": "GLACIER"}]}, ("none", "none", "none")),
    ],
)
def test_what_is_not_set_is_none(written: dict[str, Any], days: tuple[object, ...]) -> None:
    (rule,) = rules(written)
    fields = ("expiration_days", "noncurrent_expiration_days", "abort_multipart_days")
    assert tuple(rule[field] for field in fields) == days


def test_a_date_is_no_age() -> None:
    (rule,) = rules({"Expiration": {"Date": "2027-01-01T00:00:00Z"}})
    assert rule["unread"] == [{"field": "expiration_days", "reason": NO_AGE[0], "operation": NO_AGE[1]}]


def test_old_versions_that_are_kept_by_number_have_no_age() -> None:
    (rule,) = rules({"NoncurrentVersionExpiration": {"NoncurrentDays": 30, "NewerNoncurrentVersions": 3}})
    assert [item["field"] for item in rule["unread"]] == ["noncurrent_expiration_days"]


def test_rules_have_their_own_id_or_their_number() -> None:
    made = rules({"ID": "2"}, {}, {"ID": "keep"}, {"ID": "keep"})
    assert [rule["id"] for rule in made] == [f"{ID}2", f"{ID}2#2", f"{ID}keep", f"{ID}keep#4"]
    assert {rule["bucket_id"] for rule in made} == {"aws:s3:bucket/b"}


@pytest.mark.parametrize(("states", "expected"), [(["Disabled"], "none"), (["Disabled", "Enabled"], "present")])
def test_a_lifecycle_is_present_when_a_rule_is_enabled(states: list[str], expected: str) -> None:
    written = {"Rules": [{"Status": state} for state in states]}
    made = bucket({"s3:GetBucketLifecycleConfiguration": written})
    assert made["lifecycle_state"] == expected


def test_rules_that_were_denied_make_the_kind_incomplete_but_no_other() -> None:
    out, _ = read({"s3:GetBucketLifecycleConfiguration": Trouble("denied", "AccessDenied")})
    assert out.incomplete_kinds == {"lifecycle_rule": ("denied", "s3:GetBucketLifecycleConfiguration")}


def test_a_server_that_may_not_know_aborts_leaves_them_unread() -> None:
    silent, set_ = rules(
        {"ID": "1"}, {"ID": "2", "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}}, server="X"
    )
    assert [item["reason"] for item in silent["unread"]] == ["unsupported"]
    assert set_["abort_multipart_days"] == 7
