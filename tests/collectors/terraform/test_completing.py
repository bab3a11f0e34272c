"""A policy is read where every part of it is known, though Terraform keeps the document for later."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from support.terraform_plans import change, document, module, only, read, refers, written

from collectors.iac.value import Unknown

DOCUMENT = "data.aws_iam_policy_document.d"


def plan(statement: dict[str, Any], unknown: dict[str, Any] | None = None) -> dict[str, Any]:
    root = module(
        written(DOCUMENT, statement=[{"actions": {}, "resources": refers("aws_s3_bucket.b.arn")}]),
        written("aws_s3_bucket_policy.p", policy=refers(f"{DOCUMENT}.json")),
    )
    later = {"json": True, **({"statement": [unknown]} if unknown else {})}
    return document(
        [
            change(DOCUMENT, {"statement": [statement]}, unknown=later, actions=["read"]),
            change("aws_s3_bucket.b", {"bucket": "b"}),
            change("aws_s3_bucket_policy.p", unknown={"policy": True}),
        ],
        root,
    )


def test_a_document_that_is_known_is_written_into_the_policy(tmp_path: Path) -> None:
    code = read(tmp_path, plan({"actions": ["s3:*"], "resources": ["arn:aws:s3:::b"]}))
    policy = json.loads(only(code, "aws_s3_bucket_policy").values["policy"])
    assert policy["Statement"] == [{"Effect": "Allow", "Action": ["s3:*"], "Resource": ["arn:aws:s3:::b"]}]


def test_a_document_of_which_a_part_is_not_known_is_left_open(tmp_path: Path) -> None:
    code = read(tmp_path, plan({"actions": ["s3:*"], "resources": [None]}, {"resources": [True]}))
    assert isinstance(only(code, "aws_s3_bucket_policy").values["policy"], Unknown)
