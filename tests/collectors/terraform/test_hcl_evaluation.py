"""Expressions of HCL are computed as Terraform computes them, or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from collectors.terraform import hcl_text
from collectors.terraform.hcl_data import NotKnown
from collectors.terraform.hcl_evaluation import Evaluation, SensitiveValue
from collectors.terraform.hcl_named import Named
from collectors.terraform.hcl_scope import Scope

ROOT = """
variable "set" { default = "from-file" }
variable "none" {}
variable "size" {
  type    = number
  default = "3"
}
variable "hidden" {
  default   = "x"
  sensitive = true
}
variable "row" {
  type = object({
    a = string
    b = optional(list(string), ["d"])
    c = optional(map(object({ on = optional(bool) })), {})
  })
  default = { a = 1, c = { k = {} } }
}
variable "names" {
  type    = set(string)
  default = ["b", "a", "b"]
}
locals {
  map    = { a = 1, "b-b" = [true, null], (local.key) = { in = aws_x.y.arn } }
  key    = "computed"
  circle = local.circle
}
"""


def value(text: str) -> Any:
    named = Named({"": hcl_text.parse(ROOT)}, frozenset({"set"}))
    return Evaluation(named).value(text, Scope("", {"each": {"key": "k", "value": {"v": 5}}}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"plain $${x}"', "plain ${x}"),
        ('"a-${each.key}-${local.map.a}"', "a-k-1"),
        ('"${each.value.v}"', 5),
        ('local.map["b-b"][0]', True),
        ("local.map.b-b[1]", None),
        ("[1, -2, 0.5,]", [1, -2, 0.5]),
        ('{ a = 1\n b : 2, # c\n "c d" = 3 }', {"a": 1, "b": 2, "c d": 3}),
        ('1 + 2 * 3 == 7 && !false ? "y" : "n"', "y"),
        ("false && var.none", False),
        ('"1" == 1', False),
        ("var.size > 2 || var.none", True),
        ("var.size", 3),
        ("var.row.a", "1"),
        ("var.row.b", ["d"]),
        ("var.row.c.k.on == null", True),
        ('[for k, v in { b = 1, a = 2 } : "${k}${v}"]', ["a2", "b1"]),
        ('{ for n in var.names : n => upper(n) if n != "b" }', {"a": "A"}),
        ("[{ n = 1 }, { n = 2 }][*].n", [1, 2]),
        ("null[*]", []),
        ("merge({ a = 1 }, null, { a = 2 })", {"a": 2}),
        ("keys(merge(local.map, {}))", ["a", "b-b", "computed"]),
        ('lookup(local.map, "nope", "d")', "d"),
        ("try(local.map.nope, local.map.a)", 1),
        ("can(local.map.nope)", False),
        ('coalesce(null, "", "x")', "x"),
        ("one([])", None),
        ("concat([[1], var.row.b]...)", [1, "d"]),
        ('format("%s-%02d%%", "a", 7)', "a-07%"),
        ('formatlist("%s%s", "x", ["", "/*"])', ["x", "x/*"]),
        ('jsonencode({ b = [1], a = "x" })', '{"a":"x","b":[1]}'),
        ('toset(["b", "a", "b"])', ["a", "b"]),
        ("flatten([[1], [2, [3]]])", [1, 2, 3]),
        ("tostring(true)", "true"),
        ("length(local.map)", 3),
    ],
)
def test_a_value_is_what_terraform_makes_of_it(text: str, expected: Any) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "var.none",
        "var.set",
        "var.nowhere",
        "local.circle",
        "local.map.computed.in",
        "local.map",
        "local.map.nope",
        "aws_x.y.arn",
        "module.m.out",
        "path.module",
        'file("x")',
        '"%{ if true }x%{ endif }"',
        "<<EOT\nx\nEOT",
        "1 / 0",
        'concat([1], "d")',
        'tonumber("x")',
        'replace("a", "/a/", "b")',
        'format("%x", 10)',
        "[1,",
        "{ a = }",
        "a ? b",
        "1 2",
        "(" * 2000,
    ],
)
def test_what_only_others_can_tell_is_not_known(text: str) -> None:
    with pytest.raises(NotKnown):
        value(text)


def test_what_a_sensitive_variable_gives_is_not_told() -> None:
    with pytest.raises(SensitiveValue):
        value('"a-${var.hidden}"')
