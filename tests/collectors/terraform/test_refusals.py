"""What is no plan that can be judged is refused in one line that says what it is and what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.terraform_plans import change, document, module, read

from assay.collector import CollectorFailed

PLAN = document([change("aws_x.x", {"name": "ü"})], module())


def refused(folder: Path, content: bytes) -> tuple[str, str]:
    with pytest.raises(CollectorFailed) as caught:
        read(folder, content)
    assert "\n" not in str(caught.value)
    return caught.value.reason, str(caught.value)


@pytest.mark.parametrize(
    ("content", "reason", "words"),
    [
        (b"", "corrupt", "is empty"),
        (b" \n", "corrupt", "is empty"),
        (b"PK\x03\x04\x14\x00\x08\x00tfplan", "unsupported", "terraform show -json PLAN > plan.json"),
        (b'{"@level":"info","@message":"x"}\n{"@level":"info"}\n', "unsupported", "log of `terraform plan -json`"),
        (b'{"version": 4, "serial": 3, "lineage": "x", "terraform_version": "1.9"}', "unsupported", "is a state"),
        (b'{"format_version": "1.0", "terraform_version": "1.9", "values": {}}', "unsupported", "is a state"),
        (b'{"Resources": {}}', "unsupported", "format_version"),
        (b"[]", "unsupported", "is no plan"),
        (b'{"format_version": "2.0", "resource_changes": []}', "unsupported", "format version 2.0"),
        (b'{"format_version": "1.2", "resource_changes": {}}', "corrupt", "$.resource_changes"),
        (json.dumps(PLAN).encode()[:-40], "corrupt", "no whole JSON"),
        (b'{"format_version": "1.2", "planned_values": ' + b'{"a":' * 100_000, "corrupt", "plan.json"),
        (b"\xff\xfe{\x00\x00", "corrupt", "utf-16"),
    ],
)
def test_something_else_is_named(tmp_path: Path, content: bytes, reason: str, words: str) -> None:
    told, line = refused(tmp_path, content)
    assert told == reason
    assert words in line


@pytest.mark.parametrize(("member", "value"), [("errored", True), ("complete", False)])
def test_half_a_plan_is_no_plan(tmp_path: Path, member: str, value: bool) -> None:
    assert refused(tmp_path, json.dumps({**PLAN, member: value}).encode())[0] == "partial"


def test_depth_in_a_single_value_is_refused(tmp_path: Path) -> None:
    deep = json.dumps(PLAN).replace('"\\u00fc"', '{"a":' * 50_000 + "1" + "}" * 50_000)
    assert refused(tmp_path, deep.encode())[0] == "corrupt"


def test_a_file_that_is_not_there_is_named_as_the_user_calls_it(tmp_path: Path) -> None:
    from collectors.terraform import plan

    with pytest.raises(CollectorFailed, match=r"^mine\.json: cannot be read"):
        plan.read(tmp_path / "none.json", "mine.json")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_of_a_redirection_is_read(tmp_path: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    text = mark + json.dumps(PLAN, ensure_ascii=False)
    assert read(tmp_path, text.encode(encoding)).resources[0].values == {"name": "ü"}


def test_the_last_of_two_equal_keys_counts(tmp_path: Path) -> None:
    text = json.dumps(PLAN).replace('"after": {', '"after": {"name": "first", ')
    assert read(tmp_path, text.encode()).resources[0].values == {"name": "ü"}


def test_a_plan_of_nothing_declares_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, document([], module())).resources == []
