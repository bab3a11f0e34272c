"""What the members of an incident team learned or practised, and what may be out of sight."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import incident_plan, training_record

DERIVED = {"incident_plan": incident_plan.DERIVED, "training_record": training_record.DERIVED}
REGISTERS = ("training_record", "training_course", "drill")
COURSE = {"id": "c", "topics": ["incident_reporting", "law"], "assessed": True}


def plan(complete: tuple[str, ...] = REGISTERS, records: dict[str, Any] | None = None, **facts: Any) -> dict[str, Any]:
    found = {"incident_plan": [{"id": "p", **facts}], **(records or {})}
    return FakeView(DERIVED, found, complete).whole("incident_plan", "p")


def training(**facts: Any) -> dict[str, Any]:
    return {"staff_id": "m", "course_id": "c", "completed_at": "2026-11-11", "passed": True, **facts}


def skills(
    *trainings: dict[str, Any], drills: tuple[dict[str, Any], ...] = (), complete: tuple[str, ...] = REGISTERS
) -> dict[str, Any]:
    records = {
        "training_record": [{"id": f"t{number}", **item} for number, item in enumerate(trainings)],
        "training_course": [COURSE],
        "drill": [{"id": f"d{number}", "plan_id": "p", **item} for number, item in enumerate(drills)],
    }
    return plan(complete, records, team_staff_ids=["m"])


def without(item: dict[str, Any], name: str) -> dict[str, Any]:
    return {field: value for field, value in item.items() if field != name}


def test_the_last_training_in_each_topic_counts() -> None:
    found = skills(training(), training(completed_at="2026-11-01"))
    assert found["training_days"] == {"m": {"incident_reporting": 10, "law": 10}}
    assert (found["drill_days"], found["undecided_days"]) == ({}, {})


@pytest.mark.parametrize("facts", [{"passed": False}, {"completed_at": "2026-11-22"}, {"course_id": "x"}])
def test_a_training_that_proves_nothing(facts: dict[str, Any]) -> None:
    found = skills(training(**facts))
    assert (found["training_days"], found["undecided_days"]) == ({"m": {}}, {})


@pytest.mark.parametrize("name", ["passed", "course_id"])
def test_a_training_that_may_prove_something(name: str) -> None:
    assert skills(without(training(), name))["undecided_days"] == {"m": 10}


def test_an_undated_training_or_a_partial_register_may_be_of_today() -> None:
    assert skills(without(training(), "completed_at"))["undecided_days"] == {"m": 0}
    assert skills(complete=("drill",))["undecided_days"] == {"m": 0}
    assert skills(complete=("training_record",))["undecided_days"] == {"m": 0}


def test_the_last_drill_counts_for_who_took_part() -> None:
    drill = {"performed_at": "2026-11-11", "participant_staff_ids": ["m"]}
    assert skills(drills=(drill, {**drill, "performed_at": "2026-11-01"}))["drill_days"] == {"m": 10}
    assert skills(drills=({**drill, "participant_staff_ids": ["x"]},))["undecided_days"] == {}
    assert skills(drills=({**drill, "performed_at": "2026-11-22"},))["drill_days"] == {}
    assert skills(drills=(without(drill, "participant_staff_ids"),))["undecided_days"] == {"m": 10}
    assert skills(drills=(without(drill, "performed_at"),))["undecided_days"] == {"m": 0}


def test_no_skills_without_a_team() -> None:
    assert reason(plan(), "training_days") == "not_in_source"
