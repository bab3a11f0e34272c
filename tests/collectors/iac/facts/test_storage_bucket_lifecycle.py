"""Lifecycle rules of buckets of code."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_buckets import bucket, one, read, rules, setting, why

from collectors.iac.value import Unknown

WHOLE = {"prefix": "", "other_filter": False, "covers_whole_bucket": True}


def lifecycle(*rules_: dict[str, Any]) -> Any:
    return setting("lifecycle_configuration", rule=[{"id": "r", "status": "Enabled", **rule} for rule in rules_])


def rule(**values: Any) -> dict[str, Any]:
    (made,) = rules(bucket(), lifecycle(values))
    return made


def inline(**values: Any) -> dict[str, Any]:
    (made,) = rules(bucket(lifecycle_rule=[{"id": "r", "enabled": True, **values}]))
    return made


def test_a_rule_belongs_to_its_bucket_and_stands_where_it_is_written() -> None:
    made = rule()
    assert (made["id"], made["bucket_id"]) == ("aws:s3:bucket/b:lifecycle/r", "aws:s3:bucket/b")
    assert made["place"]["address"] == "aws_s3_bucket_lifecycle_configuration.b"
    assert inline()["place"]["address"] == "aws_s3_bucket.b"


def test_a_bucket_has_a_lifecycle_while_a_rule_is_enabled() -> None:
    on, off, open_ = ({"status": status} for status in ("Enabled", "Disabled", Unknown()))
    assert one(bucket(), lifecycle(off, on))["lifecycle_state"] == "present"
    assert one(bucket(), lifecycle(open_, on))["lifecycle_state"] == "present"
    assert one(bucket(), lifecycle(off))["lifecycle_state"] == "none"
    assert why(one(bucket(), lifecycle(off, open_)), "lifecycle_state") == "known_after_apply"


def test_rules_that_are_not_known_leave_the_kind_incomplete() -> None:
    out = read(bucket(), setting("lifecycle_configuration", rule=Unknown()))
    assert why(out.every("storage_bucket")[0], "lifecycle_state") == "known_after_apply"
    assert out.incomplete_kinds["lifecycle_rule"][0] == "known_after_apply"


@pytest.mark.parametrize("values", [{}, {"filter": [{}]}, {"filter": [{"prefix": "", "tag": [], "and": []}]}])
def test_a_rule_without_filter_covers_the_whole_bucket(values: dict[str, Any]) -> None:
    made = rule(**values)
    assert {field: made[field] for field in WHOLE} == WHOLE


@pytest.mark.parametrize(
    ("values", "prefix", "other"),
    [
        ({"prefix": "a/"}, "a/", False),
        ({"filter": [{"prefix": "a/"}]}, "a/", False),
        ({"filter": [{"and": [{"prefix": "a/", "tags": {"k": "v"}}]}]}, "a/", True),
        ({"filter": [{"tag": [{"key": "k", "value": "v"}]}]}, "", True),
        ({"filter": [{"object_size_greater_than": 131072}]}, "", True),
        ({"filter": [{"object_size_less_than": "500"}]}, "", True),
    ],
)
def test_a_filter_limits_a_rule(values: dict[str, Any], prefix: str, other: bool) -> None:
    made = rule(**values)
    assert (made["prefix"], made["other_filter"], made["covers_whole_bucket"]) == (prefix, other, False)


@pytest.mark.parametrize(("values", "other"), [({"prefix": "a/"}, False), ({"prefix": "a/", "tags": {"k": "v"}}, True)])
def test_an_inline_rule_is_limited_by_prefix_and_tags(values: dict[str, Any], other: bool) -> None:
    made = inline(**values)
    assert (made["prefix"], made["other_filter"], made["covers_whole_bucket"]) == ("a/", other, False)


def test_days_are_read_and_zero_is_none() -> None:
    made = rule(
        expiration=[{"days": 30, "expired_object_delete_marker": None}],
        noncurrent_version_expiration=[{"noncurrent_days": 60, "newer_noncurrent_versions": 0}],
        abort_incomplete_multipart_upload=[{"days_after_initiation": 7}],
    )
    days = ("expiration_days", "noncurrent_expiration_days", "abort_multipart_days")
    assert [made[field] for field in days] == [30, 60, 7]
    markers = rule(expiration=[{"days": 0, "expired_object_delete_marker": True}])
    assert [markers[field] for field in days] == ["none"] * 3
    old = inline(
        expiration=[{"days": 30}],
        noncurrent_version_expiration=[{"days": 60}],
        abort_incomplete_multipart_upload_days=7,
    )
    assert [old[field] for field in days] == [30, 60, 7]


def test_what_is_no_age_is_unread() -> None:
    assert why(rule(expiration=[{"date": "2027-01-01T00:00:00Z"}]), "expiration_days") == "not_in_source"
    kept = rule(noncurrent_version_expiration=[{"noncurrent_days": 9, "newer_noncurrent_versions": 3}])
    assert why(kept, "noncurrent_expiration_days") == "not_in_source"


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"status": Unknown()}, {"enabled"}),
        ({"expiration": [{"days": Unknown()}]}, {"expiration_days"}),
        ({"expiration": Unknown()}, {"expiration_days"}),
        ({"filter": [{"prefix": Unknown()}]}, {"prefix", "covers_whole_bucket"}),
        ({"filter": [{"prefix": Unknown(), "tag": [{"key": "k"}]}]}, {"prefix"}),
        ({"filter": Unknown()}, {"prefix", "other_filter", "covers_whole_bucket"}),
        ({"filter": [{"and": Unknown()}]}, {"prefix", "other_filter", "covers_whole_bucket"}),
    ],
)
def test_a_piece_that_is_not_known_leaves_the_rest_of_its_rule(values: dict[str, Any], fields: set[str]) -> None:
    made = rule(**values)
    assert {entry["field"] for entry in made["unread"]} == fields


def test_an_existing_bucket_whose_rules_were_read_has_no_others() -> None:
    assert one(bucket("no-op", lifecycle_rule=[]))["lifecycle_state"] == "none"
    assert why(one(bucket("no-op")), "lifecycle_state") == "not_in_source"
