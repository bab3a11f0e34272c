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

_RIGHTS = "some rights are nobody's, so that nobody's rights are known to be all"
_COPIES = "what lies in the vault of the portal is not known, so that no store's copies are known to be all"

#: Checks that the example does not show both passing and failing, and why; tests/pack/cases does. There is one
#: organisation, so that checks of it are not named here.
ONE_SIDED = {
    "ACC-03.4": _RIGHTS,
    "TRN-01.2": _RIGHTS,
    "VEN-04.2": _RIGHTS,
    "VEN-03.3": _COPIES,
    "VEN-05.1": _COPIES,
    "VEN-05.3": "no vendor stays on after the last of its contracts",
    "LPR-02.1": "no database has more than two superusers",
    "LPR-02.3": "what the logs of the portal cover is not known",
    "LPR-02.4": "there is one root account",
}


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
    checks = content().catalogue.checks
    assert answers.keys() == checks.keys()
    one_sided = {id for id, given in answers.items() if not {"pass", "fail"} <= given}
    assert {id for id in one_sided if checks[id].kind != "organization"} == ONE_SIDED.keys()


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
