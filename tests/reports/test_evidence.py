from typing import Any

import pytest

from reports.evidence import place, plain, rows, sentence
from reports.speech import Speech

EN, ZH = Speech("en"), Speech("zh-CN")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (True, "true"),
        (0, "0"),
        ("none", "none"),
        ("", '""'),
        ([], "[]"),
        ({}, "{}"),
        (["a", False], "a, false"),
        ({"b": 1, "a": [2]}, '{"a":[2],"b":1}'),
        ([str(n) for n in range(14)], "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, and 2 more"),
        ("x" * 600, "x" * 500 + " …"),
    ],
)
def test_values_are_written_for_people(value: Any, shown: str) -> None:
    assert plain(value, EN) == shown


@pytest.mark.parametrize(
    ("item", "english", "chinese"),
    [
        (
            {"field": "/tls", "actual": "1.0", "expected": ["1.2", "1.3"], "basis": "observed"},
            "tls: 1.0 → 1.2, 1.3",
            "tls：1.0 → 1.2、1.3",
        ),
        (
            {"field": "/vendor_contract/c/1.pdf/signed_at", "actual": "none", "basis": "documented"},
            "vendor_contract/c/1.pdf/signed_at: none (documented)",
            "vendor_contract/c/1.pdf/signed_at：none（文件记载）",
        ),
        (
            {"field": "/tls", "unread": "denied", "operation": "rds:Describe"},
            "tls: access denied; needs rds:Describe",
            "tls：无权读取；需要 rds:Describe",
        ),
        (
            {"field": "/tls", "unread": "timeout", "operation": "rds:Describe"},
            "tls: timed out (rds:Describe)",
            "tls：读取超时（rds:Describe）",
        ),
        (
            {"field": "/vendor", "unread": "not_in_source"},
            "vendor: not given by any source",
            "vendor：数据源未提供",
        ),
        ({"field": "/policy", "problem": "no answer"}, "policy: no answer", "policy：no answer"),
    ],
)
def test_evidence_is_one_sentence(item: dict[str, Any], english: str, chinese: str) -> None:
    assert [sentence(row, say) for say in (EN, ZH) for row in rows([item], say)] == [english, chinese]


def test_what_could_not_be_read_for_one_cause_is_told_at_once() -> None:
    denied = {"unread": "denied", "operation": "s3:GetBucketPolicy"}
    items: list[dict[str, Any]] = [
        {"field": "/a", **denied},
        {"field": "/b", "unread": "timeout"},
        {"field": "/c", "actual": 1},
        {"field": "/d", **denied},
    ]
    told = [sentence(row, EN) for row in rows(items, EN)]
    assert told == ["c: 1", "a, d: access denied; needs s3:GetBucketPolicy", "b: timed out"]


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        (None, ""),
        ({"path": "main.tf", "line": 3}, "main.tf:3"),
        ({"path": "a.pdf"}, "a.pdf"),
        ({"address": "aws_s3_bucket.x"}, "aws_s3_bucket.x"),
        ({"path": "main.tf", "line": 3, "address": "aws_s3_bucket.x"}, "main.tf:3 (aws_s3_bucket.x)"),
    ],
)
def test_a_place_is_path_line_and_address(location: dict[str, Any] | None, shown: str) -> None:
    assert place(location) == shown
