"""The built-ins that a policy may use answer alike in both engines, for values as snapshots hold them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assay.engines import canaries, launch
from assay.engines.both import BothEngines
from assay.engines.choice import build
from assay.engines.lint import BUILTINS
from assay.engines.protocol import Question
from assay.judging.plan import EngineChoice

EXPRESSIONS = {
    "abs": ["abs(r.n)", "abs(-3)"],
    "array.concat": ["array.concat(r.list, r.numbers)", "array.concat([], [])"],
    "array.reverse": ["array.reverse(r.list)", "array.reverse([])"],
    "array.slice": ["array.slice(r.list, 1, 2)", "array.slice(r.list, 0, 99)", "array.slice(r.list, 2, 1)"],
    "concat": ['concat("; ", r.list)', 'concat("", [])'],
    "contains": ["contains(r.text, r.part)", 'contains(r.chinese, "客户")', 'contains(r.text, "")'],
    "count": ["count(r.list)", "count(r.chinese)", "count(r.object)", "count({x | some x in r.list})", 'count("")'],
    "endswith": ['endswith(r.text, "d")', 'endswith(r.chinese, "据")', 'endswith("", r.text)'],
    "format_int": ["format_int(r.n, 10)", "format_int(255, 16)", "format_int(-5, 2)"],
    "indexof": ["indexof(r.text, r.part)", 'indexof(r.text, "zz")', 'indexof(r.chinese, "数")'],
    "intersection": ['intersection({{x | some x in r.list}, {"a", "z"}}) == {"a"}'],
    "is_array": ["is_array(r.list)", "is_array(r.text)", "is_array(r.absent)"],
    "is_boolean": ["is_boolean(r.yes)", "is_boolean(r.n)", "is_boolean(r.absent)"],
    "is_null": ["is_null(r.n)", "is_null(r.absent)"],
    "is_number": ["is_number(r.n)", "is_number(r.text)", "is_number(r.absent)"],
    "is_object": ["is_object(r.object)", "is_object(r.list)", "is_object(r.absent)"],
    "is_set": ["is_set({1, 2})", "is_set(r.list)"],
    "is_string": ["is_string(r.text)", "is_string(r.n)", "is_string(r.absent)"],
    "lower": ["lower(r.text)", 'lower("ABC-123")'],
    "max": ["max(r.numbers)", "max([])", "max([2, 10, -1])"],
    "min": ["min(r.numbers)", "min([])"],
    "numbers.range": ["numbers.range(1, 5)", "numbers.range(5, 1)", "numbers.range(3, 3)"],
    "object.keys": ["count(object.keys(r.object))"],
    "object.union": ['object.union(r.object, {"b": 9, "c": 1})'],
    "replace": ['replace(r.text, "l", "L")', 'replace(r.chinese, "客", "顾")'],
    "round": ["round(2.5)", "round(-2.4)", "round(r.n)"],
    "sort": ["sort(r.list)", "sort([3, 1, 2])", 'sort(["b", "B", "a", "10", "9"])'],
    "split": ['split(r.text, " ")', 'split("a;b;;c", ";")', 'split("", ";")'],
    "sprintf": [
        'sprintf("%s has %d of %v", [r.text, r.n, r.numbers])',
        'sprintf("%v", [r.yes])',
        'sprintf("%s", [r.chinese])',
    ],
    "startswith": ['startswith(r.text, "H")', 'startswith(r.chinese, "客户")'],
    "strings.any_prefix_match": [
        'strings.any_prefix_match(r.text, ["x", "Hel"])',
        "strings.any_prefix_match(r.text, [])",
    ],
    "substring": ["substring(r.text, 1, 3)", "substring(r.chinese, 1, 2)", "substring(r.text, 2, -1)"],
    "sum": ["sum(r.numbers)", "sum([])"],
    "to_number": ['to_number("12")', 'to_number("-3")', "to_number(r.text)", "to_number(r.n)", "to_number(true)"],
    "trim": ['trim("  a  ", " ")', 'trim("xxaxx", "x")'],
    "trim_left": ['trim_left("aab", "a")'],
    "trim_prefix": ['trim_prefix(r.text, "Hello ")', 'trim_prefix(r.text, "zz")'],
    "trim_right": ['trim_right("baa", "a")'],
    "trim_space": ['trim_space(" a b ")', 'trim_space("\\t")'],
    "trim_suffix": ['trim_suffix(r.text, "world")'],
    "union": ["count(union({{1, 2}, {2, 3}}))"],
    "upper": ['upper("abc-1")'],
    "operators": [
        "r.n + 1",
        "r.n - 8",
        "r.n * 3",
        "r.n / 7",
        "r.n % 4",
        "9007199254740991 - r.n",
        '"a" in r.list',
        '"z" in r.list',
        "7 in r.list",
        "r.text == r.part",
        "r.n == 7",
        '"a" < "b"',
        '"2026-11-21" > "2026-02-01"',
        "1 < 10",
        '1 == "1"',
        "[1, 2] == [1, 2]",
        "r.absent == r.absent",
        "[x | some x in r.absent]",
        "r.list[0]",
        "r.list[9]",
        "r.object.a",
        "r.object.z",
        "1 / 0",
        "count(r.n)",
        "startswith(r.n, r.text)",
    ],
}
RESOURCE = {
    "id": "r",
    "n": 7,
    "text": "Hello world",
    "part": "lo w",
    "chinese": "客户个人数据",
    "list": ["b", "a", "c", "a"],
    "numbers": [3, 10, -2],
    "object": {"a": 1, "b": [True]},
    "yes": True,
}
POLICY = """package assay_trial_{number}

verdicts[r.id] := {{"verdict": "pass", "reason": "x", "evidence": [{{"field": "/x", "actual": value}}]}} if {{
	some r in input.resources
	value := {expression}
}}
"""
ASKED = [expression for expressions in EXPRESSIONS.values() for expression in expressions]


@pytest.fixture(scope="module")
def both(opa: str) -> Iterator[BothEngines]:
    """Both engines with one policy for each expression."""
    modules = {f"{n}.rego": POLICY.format(number=n, expression=text) for n, text in enumerate(ASKED)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ASSAY_OPA", opa)
        with launch.running({**modules, **canaries.modules()}) as (url, token):
            engines = [build(choice, modules, {}) for choice in (EngineChoice(), EngineChoice("opa", url, token))]
            judges = BothEngines(*engines)
            yield judges
            judges.close()


def test_every_built_in_is_tried() -> None:
    assert EXPRESSIONS.keys() - {"operators"} == BUILTINS


@pytest.mark.parametrize("number", range(len(ASKED)), ids=ASKED)
def test_both_engines_say_the_same(both: BothEngines, number: int) -> None:
    document = {"kind": "trial", "resources": [RESOURCE], "related": {}, "complete": {}, "links": {}}
    # The canary's parameters are set, so that the question can be asked by its name.
    question = Question("CANARY-2", f"assay_trial_{number}", {})
    both.judge(document, [question])
