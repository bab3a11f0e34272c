"""The embedded engine: each question with its own parameters, each failure in one line with its place."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Any

import pytest

from assay.engines import embedded
from assay.engines.embedded import EmbeddedEngine, Runner
from assay.engines.protocol import Answers, Failure, Question
from assay.errors import PackError

POLICY = """package p

verdicts[r.id] := {"verdict": "pass", "reason": "x", "evidence": [{"field": "/x", "actual": %s}]} if {
	some r in input.resources
}
"""


def _ask(
    expression: str, parameters: Mapping[str, Mapping[str, Any]], resource: Mapping[str, Any] | None = None
) -> dict[str, Answers]:
    engine = EmbeddedEngine({"p.rego": POLICY % expression}, parameters)
    document = {"resources": [{"id": "r", **(resource or {})}]}
    with contextlib.closing(engine):
        return engine.judge(document, [Question(check, "p", given) for check, given in parameters.items()])


def _actual(answers: Answers) -> Any:
    assert not isinstance(answers, Failure), answers
    return answers["r"].evidence[0]["actual"]


def test_each_question_sees_its_own_parameters() -> None:
    given: dict[str, dict[str, Any]] = {"A-01.1": {"most": 1}, "A-01.2": {"most": [2, {"x": "客户"}]}, "A-01.3": {}}
    answers = _ask("input.parameters.most", given)
    assert _actual(answers["A-01.1"]) == 1
    assert _actual(answers["A-01.2"]) == [2, {"x": "客户"}]
    assert answers["A-01.3"] == {}


@pytest.mark.parametrize(
    "value",
    [
        "客户",
        "😀",
        'quo"te',
        "back\\slash",
        "\u2028\n\t",
        2**53 - 1,
        1 - 2**53,
        0,
        False,
        [],
        {},
        [[1], "a"],
        {"a": {"b": []}},
    ],
)
def test_plain_values_come_back_as_they_went(value: Any) -> None:
    (answers,) = _ask("r.value", {"A": {}}, {"value": value}).values()
    assert _actual(answers) == value
    assert type(_actual(answers)) is type(value)


def test_a_failure_is_one_line_with_its_place() -> None:
    (answers,) = _ask("1 / input.parameters.zero", {"A": {"zero": 0}}).values()
    assert answers == Failure("p.rego:3: divide by zero")


def test_a_package_that_is_not_there_is_a_failure() -> None:
    engine = EmbeddedEngine({"p.rego": POLICY % "1"}, {"A": {}})
    (answers,) = engine.judge({"resources": []}, [Question("A", "q", {})]).values()
    assert isinstance(answers, Failure)


def test_a_check_whose_parameters_nobody_gave_is_no_pass() -> None:
    engine = EmbeddedEngine({"p.rego": POLICY % "input.parameters.most"}, {"A": {}})
    (answers,) = engine.judge({"resources": [{"id": "r"}]}, [Question("B", "p", {})]).values()
    assert isinstance(answers, Failure) or answers == {}


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("package p\n\nx := := 3\n", "p.rego:3: "),
        ("x := 3\n", "p.rego:1: "),
        ("", "p.rego"),
        ("package p\n\nx if {\n", "p.rego:"),
        ("package p\n\nx := 客户\n", "p.rego"),
    ],
)
def test_what_does_not_parse_is_told_with_its_place(source: str, told: str) -> None:
    with pytest.raises(PackError) as found:
        embedded.syntax("p.rego", source)
    assert str(found.value).startswith(told)
    assert len(str(found.value).splitlines()) == 1


def test_what_does_not_compile_is_told_with_its_place() -> None:
    with pytest.raises(PackError, match=r"p\.rego:5: data\.p\.f was previously defined with 1 arguments"):
        embedded.compiles({"p.rego": "package p\n\nf(a) := 1\n\nf(a, b) := 2\n"})


@pytest.mark.parametrize("source", ["package p\n\nx := := 3\n", "package p\n\nf(a) := 1\n\nf(a, b) := 2\n"])
def test_a_refusal_keeps_no_engine_that_another_thread_might_drop(source: str) -> None:
    with pytest.raises(PackError) as found:
        embedded.compiles({"p.rego": source})
    held = [value for entry in found.traceback for value in entry.frame.f_locals.values()]
    assert "Engine" not in {type(value).__name__ for value in held}


def test_a_rego_test_holds_only_where_it_is_true() -> None:
    source = "package t\n\nyes := true\n\nno := false\n\nodd := 3\n\nundefined if 1 == 2\n\nbroken := 1 / 0\n"
    runner = Runner({"t.rego": source})
    held = {name: runner.holds(f"data.t.{name}") for name in ("yes", "no", "odd", "undefined", "broken")}
    assert held["yes"] == (True, "")
    assert [passed for passed, _ in held.values()] == [True, False, False, False, False]
    assert held["no"][1] == "is false"
    assert "divide by zero" in held["broken"][1]
