"""The demo finds in the invented organisation what is true of it, pair by pair."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from examples.conftest import Demo, play
from examples.truth import Pair, answer, expected, lines
from support.judging import content

from assay import codec
from assay.check import SEVERITIES
from assay.examples import recorded
from assay.snapshot.reader import Snapshot


def _pairs() -> set[Pair]:
    """Return every check with every resource of its kind."""
    snapshot = Snapshot.open(recorded())
    ids = {
        kind: [codec.decode(line)["id"] for line in snapshot.path(kind).read_bytes().splitlines()]
        for kind in snapshot.kinds
    }
    return {(check.id, id) for check in content().catalogue.checks.values() for id in ids.get(check.kind, ())}


def test_the_table_says_one_thing_of_every_pair() -> None:
    said = expected(_pairs())
    assert {pair: answers for pair, answers in said.items() if len(answers) != 1} == {}


def test_every_line_of_the_table_speaks_of_something() -> None:
    pairs = _pairs()
    assert [line for line in lines() if not any(map(line.speaks_of, pairs))] == []


def test_every_line_of_the_table_says_why() -> None:
    assert [line for line in lines() if not isinstance(line.why, str) or not line.why] == []


def test_the_demo_finds_what_is_true(demo: Demo) -> None:
    findings = {(item["check"], item["resource"]): item for item in demo.run["findings"]}
    assert len(findings) == len(demo.run["findings"])
    assert findings.keys() == _pairs()
    wrong = {
        pair: f"{answer(findings[pair])}, not {answers[0]}: {findings[pair]['reason']['en']}"
        for pair, answers in expected(findings).items()
        if answers != [answer(findings[pair])]
    }
    assert wrong == {}


def test_every_check_passes_somewhere_and_fails_somewhere() -> None:
    answers = defaultdict(set)
    for line in lines():
        answers[line.check].add(line.answer.partition(" ")[0])
    assert answers.keys() == content().catalogue.checks.keys()
    assert {check for check, given in answers.items() if not {"pass", "fail"} <= given} == set()


def test_every_verdict_and_every_severity_occurs(demo: Demo) -> None:
    summary = demo.run["summary"]
    assert all(summary["verdicts"][verdict] for verdict in ("pass", "fail", "unknown", "not_applicable"))
    assert all(summary["gaps"][severity] for severity in SEVERITIES)
    assert demo.run["not_assessed"] == []


@pytest.mark.parametrize("engine", ["opa", "both"])
def test_the_other_engine_writes_the_same_findings(engine: str, opa: str, demo: Demo, tmp_path: Path) -> None:
    other = play(tmp_path, "--engine", engine, ASSAY_OPA=opa)
    assert len(demo.findings) == len(demo.run["findings"])
    assert other.findings == demo.findings
