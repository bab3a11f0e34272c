"""Whatever stands in a plan or in HCL: it is read, or refused in one line; nothing else happens."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.terraform_plans import change, document, module, refers, written

from assay.collector import CollectorFailed
from collectors.iac.code import Code
from collectors.terraform import hcl, hcl_expressions, hcl_text, plan, recognise

quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

INNER = module(
    written("aws_x.x", key=refers("var.key"), block=[{"a": refers("each.value.a")}]),
    variables={"key": {"default": "x"}},
    outputs={"o": {"expression": refers("aws_x.x.arn")}},
)
PLAN = document(
    [
        change("aws_db_instance.d", {"password": "p", "ids": ["a"]}, unknown={"ids": [True]}, sensitive={"x": True}),
        change('module.m["a"].aws_x.x[0]', {"block": [{"a": 1}]}, unknown={"key": True, "block": [{"b": True}]}),
        change("data.aws_iam_policy_document.d", {"statement": [{"actions": ["*"]}]}, unknown={"json": True}),
    ],
    module(
        written("aws_db_instance.d", password=refers("var.pw"), ids={"references": ["module.m.o"]}),
        module_calls={"m": {"expressions": {"key": refers("aws_kms_key.k.arn")}, "module": INNER}},
        variables={"pw": {}},
    ),
    variables={"pw": {"value": "p"}},
    prior_state={"values": {"root_module": {"child_modules": [{"resources": []}]}}},
)
PLAN["configuration"]["provider_config"] = {
    "aws": {
        "expressions": {
            "region": refers("var.region"),
            "secret_key": {"constant_value": "s"},
            "allowed_account_ids": {"constant_value": ["111122223333"]},
            "assume_role": [{"role_arn": {"constant_value": "arn:aws:iam::111122223333:role/r"}}],
        }
    }
}
TEXT = json.dumps(PLAN)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("aws_x.x.arn"),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.sampled_from(["references", "a", "x"]), part),
    max_leaves=6,
)
HCL = 'resource "aws_x" "y" {\n  a = "${var.b["c"]}/*" # d\n  e {\n    f = [g_h.i, <<EOT\nj\nEOT\n]\n  }\n}\n'


@contextlib.contextmanager
def told_in_one_line(kind: type[Exception]) -> Iterator[None]:
    """Allow one kind of failure, and only in one line."""
    told = ""
    with contextlib.suppress(kind):
        try:
            yield
        except kind as failed:
            told = str(failed)
            raise
    assert "\n" not in told


def outcome(folder: Path, content: bytes) -> Code | None:
    path = folder / "plan.json"
    path.write_bytes(content)
    recognise.recognises(path, content[:4096])
    with told_in_one_line(CollectorFailed):
        return plan.read(path, "plan.json")
    return None


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, item in below for place in places(item, (*path, key)))]


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


@quick
@given(end=st.integers(0, len(TEXT)))
def test_a_plan_that_ends_anywhere_is_read_or_refused(tmp_path: Path, end: int) -> None:
    assert (outcome(tmp_path, TEXT[:end].encode()) is not None) == (end == len(TEXT))


@quick
@given(place=st.sampled_from(places(PLAN)), new=JSON)
def test_a_plan_with_anything_anywhere_is_read_or_refused(tmp_path: Path, place: tuple[Any, ...], new: Any) -> None:
    outcome(tmp_path, json.dumps(replaced(PLAN, place, new)).encode())


@quick
@given(at=st.integers(0, len(TEXT) - 1), byte=st.integers(0, 255))
def test_a_plan_with_a_wrong_byte_is_read_or_refused(tmp_path: Path, at: int, byte: int) -> None:
    data = bytearray(TEXT.encode())
    data[at] = byte
    outcome(tmp_path, bytes(data))


@quick
@given(
    st.lists(st.sampled_from([*'"${}[]()<>=#/*\n\\.,: ', "EOT", "<<EOT\n", "${", "a_b.c", "var.x", "for"]), max_size=40)
)
def test_any_text_is_taken_apart_or_refused(parts: list[str]) -> None:
    text = "".join(parts)
    hcl_expressions.leaf(text)
    hcl_expressions.items(text)
    hcl_expressions.entries(text)
    with told_in_one_line(hcl_text.HclError):
        hcl_text.parse(HCL + text)


@pytest.mark.parametrize("text", ['"${' * 5000, "[" * 200_000, "a_b[" * 5000, "/*" * 50_000, "<<EOT\n" * 20_000])
def test_a_text_made_to_take_long_or_go_deep_comes_to_an_end(text: str) -> None:
    with contextlib.suppress(hcl_text.HclError, RecursionError):
        hcl_text.parse(f"x = {text}\n}}")
    with contextlib.suppress(RecursionError):
        hcl_expressions.leaf(text)


@settings(quick, max_examples=25)
@given(start=st.integers(0, len(HCL)), end=st.integers(0, len(HCL)), put=st.sampled_from(["", "{", '"', "[", "}", "$"]))
def test_a_folder_with_a_broken_file_is_read_or_refused(tmp_path: Path, start: int, end: int, put: str) -> None:
    (tmp_path / "main.tf").write_text(HCL[:start] + put + HCL[max(start, end) :])
    with told_in_one_line(CollectorFailed):
        hcl.read(tmp_path, "infra")
