"""What tfparse gives up as a whole is known entry by entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.terraform_folders import at, read

from collectors.iac.value import Hidden, Reference, Unknown

ROWS = """
variable "given" {}
resource "aws_kms_key" "k" {
}
locals {
  rows = {
    full  = { level = "sensitive", key = aws_kms_key.k.arn, days = [7, 30], count = null }
    plain = { level = "none", key = var.given, days = [], count = 1 }
  }
}
"""
KEY = Unknown(references=(Reference("aws_kms_key.k", "arn"), Reference("aws_kms_key.k", "arn")))


def test_what_stands_beside_something_not_known_is_known(tmp_path: Path) -> None:
    main = f"""{ROWS}resource "aws_x" "x" {{
  for_each = local.rows
  name     = "x-${{each.key}}"
  level    = upper(each.value.level)
  key      = each.value.key
  dynamic "rule" {{
    for_each = each.value.days
    content {{
      days = rule.value
    }}
  }}
}}
"""
    code = read(tmp_path, main)
    full, plain = (at(code, f'aws_x.x["{key}"]').values for key in ("full", "plain"))
    assert (full["name"], full["level"], plain["level"]) == ("x-full", "SENSITIVE", "NONE")
    assert ([rule["days"] for rule in full["rule"]], plain["rule"]) == ([7, 30], [])
    assert isinstance(full["key"], Unknown)


@pytest.mark.parametrize("over", ["{ a = 1, b = null }", "local.some", "merge({ a = 1 }, { b = null })"])
def test_no_instance_is_lost_for_being_null(tmp_path: Path, over: str) -> None:
    main = f'locals {{\n  some = {{ b = null, a = {{}} }}\n}}\nresource "aws_x" "x" {{\n  for_each = {over}\n}}\n'
    assert sorted(r.address for r in read(tmp_path, main).resources) == ['aws_x.x["a"]', 'aws_x.x["b"]']


def test_instances_of_modules_have_what_they_are_given(tmp_path: Path) -> None:
    main = f"""{ROWS}module "m" {{
  source   = "./m"
  for_each = local.rows
  row      = each.value
}}
"""
    inner = """
variable "row" {
  type = object({ level = string, days = list(number), mode = optional(string, "on"), kind = optional(string) })
}
data "aws_y" "y" {
  count = length(var.row.days)
}
resource "aws_x" "x" {
  count = length(data.aws_y.y)
  level = var.row.level
  mode  = var.row.mode
  kind  = var.row.kind
}
"""
    code = read(tmp_path, main, m__main__tf=inner)
    found = [resource for resource in code.resources if resource.type == "aws_x"]
    assert [resource.address for resource in found] == [f'module.m["full"].aws_x.x[{n}]' for n in (0, 1)]
    assert dict(found[0].values) == {"level": "sensitive", "mode": "on"}


@pytest.mark.parametrize(("key", "origin"), [("literal", "literal"), ("given", "runtime_input")])
def test_a_secret_of_one_row_does_not_speak_for_another(tmp_path: Path, key: str, origin: str) -> None:
    main = """
variable "secret" {
  sensitive = true
}
locals {
  rows = { literal = { pw = "Wq7-not-for-anyone", note = "a" }, given = { pw = var.secret, note = "b" } }
}
module "m" {
  source   = "./m"
  for_each = local.rows
  pw       = each.value.pw
  note     = each.value.note
}
"""
    inner = """
variable "pw" {
  sensitive = true
}
variable "note" {
  sensitive = true
}
resource "aws_db_instance" "d" {
  password = var.pw
  name     = var.note
}
"""
    code = read(tmp_path, main, m__main__tf=inner)
    database = at(code, f'module.m["{key}"].aws_db_instance.d')
    assert database.values["password"] == Hidden(origin)
    assert isinstance(database.values["name"], Unknown | Hidden)
    assert "Wq7" not in repr([(vars(resource), resource.values) for resource in code.resources])


def test_what_cannot_be_followed_is_not_known(tmp_path: Path) -> None:
    main = f"""{ROWS}resource "aws_x" "x" {{
  for_each = toset([for name, row in local.rows : row.key])
}}
resource "aws_z" "z" {{
  for_each = local.rows
  level    = regex("[a-z]+", each.value.key)
}}
"""
    code = read(tmp_path, main)
    assert [r.address for r in code.resources if r.type == "aws_x"] == ["aws_x.x"]
    assert isinstance(at(code, 'aws_z.z["full"]').values["level"], Unknown)


def test_what_tfparse_could_not_repeat_is_no_instance(tmp_path: Path) -> None:
    main = """
locals {
  rows = { a = { n = null }, b = { n = 1 } }
  more = { for text in regexall("[a-z]", "ab") : text => { n = null } }
}
module "m" {
  source   = "./m"
  for_each = local.rows
}
resource "aws_x" "x" {
  for_each = local.more
  name     = each.key
}
"""
    code = read(tmp_path, main, m__main__tf='resource "aws_z" "z" {\n  count = 1\n}\n')
    assert sorted(r.address for r in code.resources) == [
        "aws_x.x",
        'module.m["a"].aws_z.z[0]',
        'module.m["b"].aws_z.z[0]',
    ]
    assert isinstance(at(code, "aws_x.x").values["name"], Unknown)


def test_nested_dynamic_blocks_are_those_of_their_row(tmp_path: Path) -> None:
    main = """
locals {
  rules = try(jsondecode([]), [{ id = "a", days = 7 }, { id = "b" }])
}
resource "aws_x" "x" {
  dynamic "rule" {
    for_each = local.rules
    content {
      id = rule.value.id
      dynamic "abort" {
        for_each = try([rule.value.days], [])
        content {
          days = abort.value
        }
      }
    }
  }
}
"""
    first, second = at(read(tmp_path, main), "aws_x.x").values["rule"]
    assert (first["abort"], second["abort"]) == ([{"days": 7}], [])
