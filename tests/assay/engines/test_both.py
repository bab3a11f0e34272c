"""Two engines at once: what stands is what both say, byte for byte."""

from __future__ import annotations

import pytest
from support.engines import SetEngine, answer

from assay.engines.both import BothEngines
from assay.engines.protocol import Answers, Disagreement, Failure, Question

QUESTIONS = [Question("WID-01.1", "widgets.size", {}), Question("WID-01.2", "widgets.size", {})]
TRUTH: dict[str, Answers] = {
    "WID-01.1": {"a": answer("pass", size=1), "b": answer("fail", "too_big", size=20)},
    "WID-01.2": {"a": answer("unknown", "x"), "b": answer("unknown", "x")},
}


def _judge(other: dict[str, Answers]) -> dict[str, Answers]:
    return BothEngines(SetEngine(TRUTH, "one"), SetEngine(other, "two")).judge({}, QUESTIONS)


def test_equal_answers_stand_whatever_their_order() -> None:
    reordered: dict[str, Answers] = {
        check: dict(reversed(given.items())) for check, given in reversed(TRUTH.items()) if isinstance(given, dict)
    }
    assert _judge(reordered) == TRUTH


def test_two_failures_are_alike_whatever_their_words() -> None:
    one: dict[str, Answers] = {**TRUTH, "WID-01.2": Failure("conflict")}
    other: dict[str, Answers] = {**TRUTH, "WID-01.2": Failure("eval_conflict_error")}
    made = BothEngines(SetEngine(one), SetEngine(other)).judge({}, QUESTIONS)
    assert made["WID-01.2"] == Failure("conflict")


DIFFERENT: dict[str, tuple[Answers, str]] = {
    "verdict": ({"a": answer("fail", size=1), "b": answer("fail", "too_big", size=20)}, "WID-01.1 on a: one says"),
    "reason": ({"a": answer("pass", size=1), "b": answer("fail", "other", size=20)}, "WID-01.1 on b: one says"),
    "evidence": ({"a": answer("pass", size=2), "b": answer("fail", "too_big", size=20)}, "WID-01.1 on a: one says"),
    "number for text": ({"a": answer("pass", size="1"), "b": answer("fail", "too_big", size=20)}, "WID-01.1 on a"),
    "one for true": ({"a": answer("pass", size=True), "b": answer("fail", "too_big", size=20)}, "WID-01.1"),
    "whole for float": ({"a": answer("pass", size=1.0), "b": answer("fail", "too_big", size=20)}, "WID-01.1"),
    "an answer less": ({"a": answer("pass", size=1)}, "WID-01.1 on b: one says .* two says None"),
    "an answer more": (
        {"a": answer("pass", size=1), "b": answer("fail", "too_big", size=20), "c": answer()},
        "WID-01.1 on c: one says None",
    ),
    "failure": (Failure("conflict"), "WID-01.1: one and two differ"),
}


@pytest.mark.parametrize(("given", "told"), DIFFERENT.values(), ids=DIFFERENT.keys())
def test_the_first_difference_stops_the_run(given: Answers, told: str) -> None:
    with pytest.raises(Disagreement, match=told) as found:
        _judge({**TRUTH, "WID-01.1": given})
    assert found.value.exit_code == 4


def test_a_question_that_only_one_answers_stops_the_run() -> None:
    with pytest.raises(Disagreement, match=r"WID-01.2"):
        _judge({"WID-01.1": TRUTH["WID-01.1"]})
