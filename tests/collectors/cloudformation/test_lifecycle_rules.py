from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from support.templates import code, values


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("{ExpirationInDays: 30, Prefix: raw/}", {"expiration": [{"days": 30}], "filter": [{"prefix": "raw/"}]}),
        ("{ExpirationDate: 2027-01-01}", {"expiration": [{"date": "2027-01-01"}], "filter": [{"prefix": ""}]}),
        ("{TagFilters: [{Key: a, Value: b}]}", {"filter": [{"and": [{"tags": {"a": "b"}}]}]}),
        (
            "{Prefix: x, ObjectSizeLessThan: 9}",
            {"filter": [{"and": [{"prefix": "x", "object_size_less_than": 9}]}]},
        ),
        (
            "{NoncurrentVersionExpirationInDays: 5}",
            {"noncurrent_version_expiration": [{"noncurrent_days": 5}], "filter": [{"prefix": ""}]},
        ),
        (
            "{NoncurrentVersionExpiration: {NoncurrentDays: 5, NewerNoncurrentVersions: 2}}",
            {
                "noncurrent_version_expiration": [{"noncurrent_days": 5, "newer_noncurrent_versions": 2}],
                "filter": [{"prefix": ""}],
            },
        ),
        (
            (
                "{Transition: {StorageClass: GLACIER, TransitionInDays: 9}, "
                "Transitions: [{StorageClass: DEEP_ARCHIVE, TransitionInDays: 99}]}"
            ),
            {
                "transition": [
                    {"days": 9, "storage_class": "GLACIER"},
                    {"days": 99, "storage_class": "DEEP_ARCHIVE"},
                ],
                "filter": [{"prefix": ""}],
            },
        ),
        (
            "{AbortIncompleteMultipartUpload: {DaysAfterInitiation: 7}}",
            {"abort_incomplete_multipart_upload": [{"days_after_initiation": 7}], "filter": [{"prefix": ""}]},
        ),
    ],
)
def test_a_lifecycle_rule_is_read_in_its_present_and_older_forms(
    rule: str, expected: Mapping[str, Any], tmp_path: Path
) -> None:
    properties = f"{{LifecycleConfiguration: {{Rules: [{rule}]}}}}"
    found = code(f"Resources: {{Docs: {{Type: 'AWS::S3::Bucket', Properties: {properties}}}}}", tmp_path)
    assert values(found, "aws_s3_bucket_lifecycle_configuration")["rule"] == [expected]
