"""The gate tells plans and folders of HCL by what they hold, not by their names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.terraform_plans import change, document, module

from collectors.terraform.recognise import parts, recognises

PLAN = document([change("aws_x.x")], module())


@pytest.mark.parametrize(
    "head",
    [
        json.dumps(PLAN).encode(),
        json.dumps(PLAN, indent=2).encode(),
        json.dumps({"applyable": True, **PLAN}, sort_keys=True).encode()[:40],
        json.dumps(PLAN).encode("utf-8-sig"),
        json.dumps(PLAN).encode("utf-16"),
        b"PK\x03\x04\x14\x00\x08\x00\x00\x00tfplan",
        b'{"@level":"info","@message":"Terraform 1.9"}',
        b'{"version": 4, "terraform_version": "1.9", "serial": 1}',
    ],
)
def test_a_plan_or_what_is_taken_for_one(tmp_path: Path, head: bytes) -> None:
    assert recognises(tmp_path / "any.name", head)


@pytest.mark.parametrize(
    "head",
    [b"", b'{"Resources": {}}', b"AWSTemplateFormatVersion: 2010-09-09", b"PK\x03\x04word/document.xml", b"[1]"],
)
def test_something_else_is_left_to_others(tmp_path: Path, head: bytes) -> None:
    assert not recognises(tmp_path / "plan.json", head)


@pytest.mark.parametrize(("name", "found"), [("main.tf", True), ("main.tf.json", True), ("notes.md", False)])
def test_a_folder_is_told_by_its_files(tmp_path: Path, name: str, found: bool) -> None:
    (tmp_path / name).write_text("")
    assert recognises(tmp_path, b"") is found


def test_the_modules_that_a_folder_calls_are_its_parts(tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(
        'module "a" {\n  source = "./modules/a"\n}\nmodule "b" {\n  source = "hashicorp/consul/aws"\n}\n'
    )
    (tmp_path / "more.tf.json").write_text('{"module": {"c": {"source": "../c"}}}')
    assert {part.resolve() for part in parts(tmp_path)} == {
        (tmp_path / "modules" / "a").resolve(),
        (tmp_path.parent / "c").resolve(),
    }
    assert parts(tmp_path / "main.tf") == []
