"""The shape of a policy's answer: one rule that asks one chain, every limb proved, unknown at its end."""

from __future__ import annotations

import pytest
from support.widgets import SIZED, VERDICTS, rego

from assay.engines import chain, embedded


def _problems(source: str) -> list[str]:
    return [f"{line}: {said}" for line, said in chain.problems(embedded.syntax("size.rego", source))]


def test_the_pattern_itself_is_good() -> None:
    assert _problems(rego("widgets.size", SIZED)) == []


def test_verdicts_may_name_the_answer_of_the_chain_first() -> None:
    named = "verdicts[widget.id] := answer if {\n\tsome widget in input.resources\n"
    named += "\tanswer := _verdict(widget, input.parameters)\n}\n"
    assert _problems(rego("widgets.size", SIZED, verdicts=named)) == []


CHAINS = {
    "no verdicts": (
        rego("widgets.size", SIZED, verdicts=""),
        "1: needs exactly one rule `verdicts",
    ),
    "verdicts twice": (
        rego("widgets.size", SIZED + "\n" + VERDICTS),
        "17: needs exactly one rule `verdicts",
    ),
    "verdicts past the chain": (
        rego("widgets.size", SIZED, verdicts="verdicts[w.id] := verdict.pass([]) if some w in input.resources\n"),
        "5: needs exactly one rule `verdicts",
    ),
    "verdicts with a second way out": (
        rego("widgets.size", SIZED, verdicts=VERDICTS.rstrip() + "\n\nelse := verdict.pass([])\n"),
        "5: needs exactly one rule `verdicts",
    ),
    "no chain": (
        rego(
            "widgets.size", "_answer(w, _) := verdict.unknown(w.id)\n", verdicts=VERDICTS.replace("_verdict", "_answer")
        ),
        "5: needs exactly one rule `verdicts",
    ),
    "two chains": (
        rego("widgets.size", SIZED + "\n_verdict(w, _) := verdict.pass([]) if w.size == 3\n"),
        "17: needs exactly one `_verdict` chain",
    ),
    "a chain that ends in a pass": (
        rego("widgets.size", SIZED.replace('verdict.unknown("size_unread")', "verdict.pass([])")),
        "15: the chain must end in",
    ),
    "a chain that ends in a condition": (
        rego("widgets.size", SIZED.rstrip() + " if widget.size == 3\n"),
        "15: the chain must end in",
    ),
    "a chain that ends in somebody else's unknown": (
        rego(
            "widgets.size",
            SIZED.replace("verdict.unknown", "lists.unknown"),
            imports=("data.lib.verdict", "data.lib.lists"),
        ),
        "16: the chain must end in",
    ),
    "a chain of one answer": (
        rego("widgets.size", '_verdict(w, _) := verdict.unknown("x")\n'),
        "6: the chain must end in",
    ),
    "a chain that is a default": (
        rego("widgets.size", '\ndefault _verdict(_, _) := {"verdict": "pass"}\n'),
        "1: needs exactly one `_verdict` chain",
    ),
    "a chain that is a set": (rego("widgets.size", "_verdict contains 3\n"), "6: the chain must end in"),
    "a fact in the answer that the limb does not prove": (
        rego(
            "widgets.size",
            SIZED.replace(
                '"actual": widget.size}]) if {\n\twidget.size >', '"actual": widget.color}]) if {\n\twidget.size >'
            ),
        ),
        "7: the answer holds widget.color, which the limb does not prove to be there",
    ),
}


@pytest.mark.parametrize(("source", "told"), CHAINS.values(), ids=CHAINS.keys())
def test_a_chain_out_of_shape_is_told_with_its_line(source: str, told: str) -> None:
    assert any(line.startswith(told) for line in _problems(source)), _problems(source)


def test_a_fact_that_a_helper_was_handed_counts_as_proved() -> None:
    body = SIZED.replace("widget.size <= input.parameters.most", "_small(widget)")
    assert _problems(rego("widgets.size", body + "\n_small(widget) if widget.size < 3\n")) == []
