"""The structure of HCL, and what its expressions refer to."""

from __future__ import annotations

import pytest

from collectors.terraform import hcl_expressions, hcl_json, hcl_text

SOURCE = """\
# a comment } with a brace
variable "name" {}
resource "aws_x" "y" { name = "in one line" }
resource "aws_db_instance" "d" {
  name = "a }" // not the end
  text = <<-EOT
    { "left": "open
  EOT
  map = {
    one = [1, 2] /* and } so on */
    two = "${var.name == "}" ? "{" : "x"}"
  }
  nested "label" {
    deep { last = true }
  }
}
"""


def test_blocks_and_arguments_are_found_with_their_lines() -> None:
    body = hcl_text.parse(SOURCE)
    assert [(block.type, block.labels, block.line) for block in body.blocks] == [
        ("variable", ["name"], 2),
        ("resource", ["aws_x", "y"], 3),
        ("resource", ["aws_db_instance", "d"], 4),
    ]
    database = body.blocks[2].body
    assert {name: argument.line for name, argument in database.arguments.items()} == {"name": 5, "text": 6, "map": 9}
    (nested,) = database.blocks
    assert (nested.labels, nested.line, nested.body.blocks[0].body.arguments["last"].text) == (["label"], 13, "true")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_ends_of_lines_do_not_matter(ending: str) -> None:
    assert len(hcl_text.parse(SOURCE.replace("\n", ending)).blocks) == 3


@pytest.mark.parametrize("text", ['resource "a" "b" {', "= 3", 'x "a" = 3', 'a "b" [', "}"])
def test_what_is_no_hcl_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(hcl_text.HclError, match=r"^2: "):
        hcl_text.parse(f"a = 1\n{text}")


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("aws_kms_key.k.arn", ["aws_kms_key.k.arn"]),
        ('"${aws_s3_bucket.b.arn}/*"', ["aws_s3_bucket.b.arn"]),
        ("aws_s3_bucket.b[each.key].id", ["aws_s3_bucket.b.id", "each.key"]),
        ("aws_s3_bucket.b[*].id", ["aws_s3_bucket.b.id"]),
        ('aws_s3_bucket.b["x"].id', ['aws_s3_bucket.b["x"].id']),
        ('module.m["a"].name', ['module.m["a"].name']),
        ("merge(local.tags, { a = var.b })", ["local.tags", "var.b"]),
        ("[for b in aws_s3_bucket.all : b.arn]", ["aws_s3_bucket.all"]),
        ('"$${aws:username} aws_kms_key.k.arn"', []),
        ('"${var.a == "x.y_z.q" ? local.b : "c_d.e"}"', ["var.a", "local.b"]),
        ("data.aws_vpc.v.id != null ? data.aws_vpc.v.id : var.id", ["data.aws_vpc.v.id", "var.id"]),
        ("<<EOT\n${aws_kms_key.k.arn}\nEOT", ["aws_kms_key.k.arn"]),
        ("true", []),
    ],
)
def test_references_are_those_outside_of_plain_text(text: str, references: list[str]) -> None:
    assert hcl_expressions.leaf(text) == {"references": references}


def test_an_iterator_stands_for_what_its_block_repeats_over() -> None:
    over = {"references": ["var.ports"]}
    assert hcl_expressions.leaf("ingress.value.port", {"ingress": over}) == over


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ('[a_b.c, "x, y", [1, 2]]', ["a_b.c", '"x, y"', "[1, 2]"]),
        ("[]", []),
        ("[for x in var.y : x]", None),
        ("[1] + [2]", None),
        ("concat([1], [2])", None),
    ],
)
def test_the_items_of_a_list(text: str, items: list[str] | None) -> None:
    assert hcl_expressions.items(text) == items


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ('{ a = 1, "b" : var.x\n c = { d = 1 }\n}', {"a": "1", "b": "var.x", "c": "{ d = 1 }"}),
        ("{ (var.key) = 1 }", None),
        ('{ "${var.key}" = 1 }', None),
        ("{ for k, v in var.x : k => v }", None),
    ],
)
def test_the_entries_of_a_map(text: str, entries: dict[str, str] | None) -> None:
    assert hcl_expressions.entries(text) == entries


def test_json_is_read_as_the_same_structure() -> None:
    blocks = hcl_json.parse(
        '{"resource": {"aws_x": {"y": {"a": "${var.b}", "c": [1, {"d": "e"}]}}}, "locals": {}}'
    ).blocks
    assert [(block.type, block.labels) for block in blocks] == [("resource", ["aws_x", "y"]), ("locals", [])]
    arguments = blocks[0].body.arguments
    assert (arguments["a"].text, arguments["c"].text) == ('"${var.b}"', '[1, {"d" = "e"}]')


@pytest.mark.parametrize("text", ["[]", '{\n"a": }', "1"])
def test_json_that_is_no_configuration_is_refused(text: str) -> None:
    with pytest.raises(hcl_text.HclError):
        hcl_json.parse(text)
