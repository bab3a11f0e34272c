"""The proof that silence is not a pass finds a policy for which it is one."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from support.widgets import TAKEN_AT, SmallPack, resource

from assay.collector import Resource
from assay.engines.choice import build
from assay.errors import PolicyError
from assay.judging.plan import EngineChoice
from assay.proof import EVERYTHING, Removal, prove
from assay.snapshot.record import record
from assay.trial import Trial

# Each answers rightly while everything was read, and passes the lint.
VACUOUS_COUNT = """
_verdict(widget, _) := verdict.pass([{"field": "/part_ids", "expected": "none bad"}]) if {
	count([part | some part in widget.part_ids; part == "bad"]) == 0
}

else := verdict.fail("too_big", [{"field": "/part_ids", "actual": widget.part_ids}]) if {
	is_array(widget.part_ids)
}

else := verdict.unknown("size_unread")
"""
FAIL_FIRST = """
_verdict(widget, _) := verdict.fail("too_big", [{"field": "/size", "actual": widget.size}]) if {
	widget.size > input.parameters.most
}

else := verdict.pass([{"field": "/color", "actual": widget.color}]) if {
	is_string(widget.color)
}

else := verdict.unknown("size_unread")
"""
REGISTER = """
_verdict(widget, _) := verdict.fail("too_big", [{"field": "/person", "actual": input.links.person[widget.id]}]) if {
	count(input.links.person[widget.id]) > 0
}

else := verdict.pass([{"field": "/color", "actual": widget.color}]) if {
	is_string(widget.color)
}

else := verdict.unknown("size_unread")
"""
GIVEN = [
    resource("good", size=1, color="red", part_ids=["ok"]),
    resource("bad", size=20, color="red", part_ids=["bad"]),
    resource("dark", unread={"size": "denied"}),
]
PEOPLE = [resource("p", widget_ids=["bad"])]


def _made(given: list[Resource]) -> list[dict[str, Any]]:
    return [record(item, "shop", TAKEN_AT, "observed") for item in given]


def _prove(pack: SmallPack, body: str | None = None) -> list[Removal]:
    if body is not None:
        pack.policy("widgets.size", body)
        pack.check("WID-01.1", related=[{"kind": "person", "of": "widget_ids"}])
    content = pack.content()
    check = content.catalogue.checks["WID-01.1"]
    engine = build(EngineChoice(), content.modules, {check.id: check.parameters})
    trial = Trial(content, engine)
    kinds = {kind: {"count": 1, "complete": True} for kind in ("widget", "person")}
    source = {"name": "shop", "collector": "shelf", "basis": "observed", "outcome": "complete", "kinds": kinds}
    records = {"widget": _made(GIVEN), "person": _made(PEOPLE)}
    with contextlib.closing(engine):
        return list(prove(trial, check, records, TAKEN_AT, [source]))


def _broken(removals: list[Removal]) -> set[tuple[str, str, str]]:
    return {(item.resource, item.before, item.removed) for item in removals if item.broken}


def test_a_policy_in_the_pattern_is_proved(pack: SmallPack) -> None:
    removals = _prove(pack)
    assert _broken(removals) == set()
    assert {item.removed for item in removals} == {"widget.size", "widget.color", "widget.part_ids", EVERYTHING}
    assert {item.resource for item in removals} == {"good", "bad", "dark"}
    without = {item.resource: item.after for item in removals if item.removed == "widget.size"}
    assert without == dict.fromkeys(("good", "bad", "dark"), "unknown")


def test_a_vacuous_count_is_found(pack: SmallPack) -> None:
    assert _broken(_prove(pack, VACUOUS_COUNT)) >= {
        ("bad", "fail", "widget.part_ids"),
        ("bad", "fail", EVERYTHING),
        ("good", "pass", EVERYTHING),
    }


def test_a_pass_that_rests_on_another_fact_than_the_fail_is_found(pack: SmallPack) -> None:
    assert _broken(_prove(pack, FAIL_FIRST)) == {("bad", "fail", "widget.size")}


def test_a_pass_that_takes_an_unread_register_for_an_empty_one_is_found(pack: SmallPack) -> None:
    broken = _broken(_prove(pack, REGISTER))
    assert ("bad", "fail", "the register of person") in broken
    assert ("bad", "fail", "person.widget_ids") in broken


def test_a_policy_that_fails_to_answer_proves_nothing(pack: SmallPack) -> None:
    body = FAIL_FIRST.replace("widget.size > input", "1 / (widget.size - widget.size) > input")
    with pytest.raises(PolicyError, match=r"WID-01\.1: .*divide by zero"):
        _prove(pack, body)


@pytest.mark.parametrize(
    ("before", "removed", "after", "broken"),
    [
        ("fail", "widget.size", "pass", True),
        ("unknown", "widget.size", "pass", True),
        ("pass", "widget.size", "pass", False),
        ("not_applicable", "widget.size", "pass", False),
        ("pass", EVERYTHING, "pass", True),
        ("not_applicable", EVERYTHING, "pass", True),
        ("fail", "widget.size", "not_applicable", False),
        ("pass", "widget.size", "fail", False),
    ],
)
def test_what_counts_as_a_pass_out_of_nothing(before: str, removed: str, after: str, broken: bool) -> None:
    assert Removal("a", before, removed, after).broken is broken
