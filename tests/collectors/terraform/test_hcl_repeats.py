"""Dynamic blocks: either all that they make is known, or it is known that there may be more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.terraform_folders import at, read

from collectors.iac.value import Unknown

OVER = 'locals {\n  ports = [1, 2, 3]\n  found = [for text in regexall("[0-9]", "123") : tonumber(text)]\n}\n'
DYNAMIC = 'dynamic "ingress" {\n  for_each = %s\n  content {\n    from_port = ingress.value\n  }\n}\n'
WRITTEN = "egress {\n  from_port = 9\n}\n"


def ports(folder: Path, body: str, *path: str) -> Any:
    values: Any = at(read(folder, f'{OVER}resource "aws_x" "x" {{\n{body}}}\n'), "aws_x.x").values
    for name in path:
        (values,) = values[name]
    return [item if isinstance(item, Unknown) else item["from_port"] for item in values["ingress"]]


@pytest.mark.parametrize("behind", [WRITTEN, "lifecycle {\n  ignore_changes = [tags]\n}\n"])
def test_none_is_lost_before_a_block_that_is_written_out(tmp_path: Path, behind: str) -> None:
    assert ports(tmp_path, DYNAMIC % "[1, 2, 3]" + behind) == [1, 2, 3]


def test_where_the_last_may_be_lost_those_that_are_known_stay(tmp_path: Path) -> None:
    assert ports(tmp_path, DYNAMIC % "local.found" + WRITTEN) == [1, 2, Unknown()]


def test_where_what_is_repeated_over_can_be_followed_none_is_lost(tmp_path: Path) -> None:
    assert ports(tmp_path, DYNAMIC % "local.ports" + WRITTEN) == [1, 2, 3]


def test_behind_a_block_that_is_written_out_all_are_known(tmp_path: Path) -> None:
    assert ports(tmp_path, WRITTEN + DYNAMIC % "local.ports") == [1, 2, 3]


@pytest.mark.parametrize(("over", "known"), [("[1, 2, 3]", [1, 2, 3]), ("local.found", [Unknown()])])
def test_inside_a_block_that_is_written_out_none_is_taken_for_not_there(
    tmp_path: Path, over: str, known: list[Any]
) -> None:
    assert ports(tmp_path, f"rule {{\n{DYNAMIC % over}}}\n", "rule") == known


def test_inside_a_dynamic_block_all_are_known(tmp_path: Path) -> None:
    outer = f'dynamic "rule" {{\n  for_each = ["a"]\n  content {{\n{DYNAMIC % "local.ports"}  }}\n}}\n'
    assert ports(tmp_path, outer, "rule") == [1, 2, 3]
