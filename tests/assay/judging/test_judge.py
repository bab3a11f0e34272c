"""Every pair of check and resource is answered once; a policy that misbehaves costs its own answers, no others."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from support.audits import judging
from support.engines import SetEngine, answer
from support.widgets import SIZED, VERDICTS, SmallPack, resource, snapshot

from assay.audit import Options, audit
from assay.codec import decode
from assay.engines.protocol import Answers, Failure
from assay.loading import Content
from assay.selection import Selection
from assay.snapshot.reader import Snapshot

GIVEN = [resource("a", size=1), resource("b", size=20, color="red"), resource("c", unread={"size": "denied"})]


def _lines(taken: Snapshot, content: Content, **selection: Any) -> list[bytes]:
    with audit(taken, content, Options(Selection(**selection))) as run:
        return list(run.raw())


def _findings(lines: list[bytes], check: str) -> list[dict[str, Any]]:
    return [finding for finding in map(decode, lines) if finding["check"] == check]


def test_every_pair_is_answered_once_and_in_order(tmp_path: Path, pack: SmallPack) -> None:
    for number in (2, 3):
        pack.check(f"WID-01.{number}")
    pack.check("PEO-01.1", kind="person", policy="widgets.size")
    content = pack.content()
    people = [resource(f"p{number:03}") for number in range(260)]
    taken = snapshot(tmp_path / "s", content, {"widget": reversed(GIVEN), "person": people})
    pairs = [
        (finding["kind"], finding["resource"], finding["check"]) for finding in map(decode, _lines(taken, content))
    ]
    assert pairs == sorted(pairs)
    assert set(Counter(pairs).values()) == {1}
    assert len(pairs) == 3 * 3 + 260


BAD: dict[str, tuple[str, str]] = {
    "divides by nothing": (SIZED.replace("widget.size >", "1 / (widget.size - widget.size) >"), ""),
    "contradicts itself": (
        SIZED.replace("widget.size >", "_f(widget) >") + "\n_f(w) := w.size\n\n_f(w) := 0 if w.size > 1\n",
        "",
    ),
    "asks a number for its length": (SIZED.replace("widget.size >", "count(widget.size) >"), ""),
    "gives evidence that is no list": (SIZED.replace('[{"field": "/size", "actual": widget.size}]', "widget.size"), ""),
    "gives evidence without field": (SIZED.replace('"field": "/size"', '"place": "/size"'), ""),
    "gives a verdict that is none": (
        SIZED.replace('verdict.fail("too_big", ', "_passed(")
        + '\n_passed(evidence) := {"verdict": "passed", "reason": "x", "evidence": evidence}\n',
        "",
    ),
    "leaves a resource out": (SIZED, VERDICTS.replace("if some", "if { widget.size > 0; some").rstrip() + "}\n"),
    "answers for somebody else": (SIZED, VERDICTS.replace("[widget.id]", '[sprintf("%s.", [widget.id])]')),
}


@pytest.mark.parametrize(("body", "verdicts"), BAD.values(), ids=BAD.keys())
def test_a_policy_that_fails_is_unknown_and_leaves_the_others_as_they_are(
    tmp_path: Path, pack: SmallPack, body: str, verdicts: str
) -> None:
    pack.check("WID-01.2")
    content = pack.content()
    taken = snapshot(tmp_path / "s", content, {"widget": GIVEN})
    clean = _lines(taken, content)
    pack.policy("widgets.bad", body, **({"verdicts": verdicts} if verdicts else {}))
    pack.check("WID-01.15", "widgets.bad")
    content = pack.content()
    lines = _lines(taken, content)
    assert [line for line in lines if decode(line)["check"] != "WID-01.15"] == clean
    bad = _findings(lines, "WID-01.15")
    assert [finding["verdict"] for finding in bad] == ["unknown"] * 3
    assert {finding["reason"]["en"] for finding in bad} == {"the policy failed on this batch"}
    assert all(finding["evidence"][0]["field"] == "/policy" for finding in bad)
    assert all(finding["evidence"][0]["problem"] for finding in bad)


ANSWERS: dict[str, Answers] = {
    "a failure": Failure("out of order"),
    "nothing": {},
    "an answer less": {"a": answer(), "b": answer()},
    "an answer more": {"a": answer(), "b": answer(), "c": answer(), "d": answer()},
    "an answer for another": {"a": answer(), "b": answer(), "C": answer()},
}


@pytest.mark.parametrize("answers", ANSWERS.values(), ids=ANSWERS.keys())
def test_what_came_back_is_compared_with_what_was_sent(tmp_path: Path, widgets: Content, answers: Answers) -> None:
    taken = snapshot(tmp_path / "s", widgets, {"widget": GIVEN})
    with judging(taken, widgets, SetEngine({"WID-01.1": answers})) as (judge, places):
        judged = judge.judge("widget", *places["widget"][0])
    assert list(judged.problems) == ["WID-01.1"]
    assert judged.tally == Counter({("WID-01.1", "unknown", "high"): 3})
    assert [decode(line)["resource"] for line in judged.lines.splitlines()] == ["a", "b", "c"]


def test_an_engine_that_forgets_a_question_passes_nobody(tmp_path: Path, widgets: Content) -> None:
    taken = snapshot(tmp_path / "s", widgets, {"widget": GIVEN})
    with judging(taken, widgets, SetEngine({})) as (judge, places):
        judged = judge.judge("widget", *places["widget"][0])
    assert judged.tally == Counter({("WID-01.1", "unknown", "high"): 3})


def test_giving_up_answers_unknown_for_one_check(tmp_path: Path, widgets: Content) -> None:
    taken = snapshot(tmp_path / "s", widgets, {"widget": GIVEN})
    with judging(taken, widgets, SetEngine({})) as (judge, places):
        judged = judge.give_up("widget", *places["widget"][0], check="WID-01.1")
    assert "ran out of time" in decode(judged.lines.splitlines()[0])["reason"]["en"]
    assert judged.tally == Counter({("WID-01.1", "unknown", "high"): 3})


def test_only_resources_of_the_chosen_sources_are_judged(tmp_path: Path, widgets: Content) -> None:
    taken = snapshot(tmp_path / "s", widgets, {"widget": GIVEN})
    sources = frozenset({"shop", "other"})
    assert len(_lines(taken, widgets, only=["shop"], sources=sources)) == 3
    assert _lines(taken, widgets, only=["other"], sources=sources) == []
    assert _lines(taken, widgets, skip=["shop"], sources=sources) == []
