"""What is put together from several things is not taken for one of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.terraform_folders import PROVIDER, at, read
from support.terraform_plans import change, document, module, only, refers, written
from support.terraform_plans import read as read_plan

from collectors.iac.policy_documents import policy_text
from collectors.iac.value import Unknown

INNER = """
variable "policy" {}
data "aws_iam_policy_document" "deny" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.b.arn]
  }
}
data "aws_iam_policy_document" "all" {
  source_policy_documents = %s
}
resource "aws_s3_bucket" "b" {}
resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = data.aws_iam_policy_document.all.json
}
"""
CALL = """module "m" {
  source = "./m"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:*" }] })
}
"""


@pytest.mark.parametrize(
    ("written", "is_known"),
    [
        ("[data.aws_iam_policy_document.deny.json]", True),
        ("compact([data.aws_iam_policy_document.deny.json, var.policy])", False),
    ],
)
def test_a_document_that_is_passed_beside_another_is_not_lost(tmp_path: Path, written: str, is_known: bool) -> None:
    code = read(tmp_path, PROVIDER + CALL, m__main__tf=INNER % written)
    text = policy_text(code, at(code, "module.m.aws_s3_bucket_policy.b"), "policy")
    assert isinstance(text, str) == is_known


@pytest.mark.parametrize(
    ("expression", "parts"),
    [
        (refers("aws_a.x.arn"), 1),
        (refers("aws_a.x.arn", "each.key"), 1),
        (refers("aws_a.x.arn", "aws_a.y.arn"), 2),
        (refers("aws_a.x.arn", "var.more"), 2),
        (refers("module.m.both"), 2),
        (refers("module.m.one"), 1),
        (refers("aws_a.x.arn", "var.switch"), 1),
        (refers("aws_a.x.arn", "var.none"), 1),
    ],
)
def test_the_things_that_an_expression_is_made_of_are_counted(
    tmp_path: Path, expression: dict[str, list[str]], parts: int
) -> None:
    outputs = {
        "one": {"expression": refers("aws_a.x.arn")},
        "both": {"expression": refers("aws_a.x.arn", "var.more")},
    }
    variables = {"more": {}, "switch": {}, "none": {"default": None}}
    root = module(
        written("aws_b.b", k=expression), module_calls={"m": {"module": {"outputs": outputs}}}, variables=variables
    )
    given = {"more": {"value": ["x"]}, "switch": {"value": True}, "none": {"value": []}}
    plan = document([change("aws_b.b", unknown={"k": True})], root, variables=given)
    value = only(read_plan(tmp_path, plan), "aws_b").values["k"]
    assert isinstance(value, Unknown)
    assert value.parts == parts
