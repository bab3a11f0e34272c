"""An incident: whom it binds, its clock, its days, and what was said and decided about it."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import incident

DETECTED = "2026-11-10T09:05:00+08:00"
ORGANIZATION = {"id": "o", "jurisdictions": ["CN", "EU"], "is_ciio": False, "is_central_gov_unit": False}


def derived(organization: dict[str, Any] | None = ORGANIZATION, **facts: Any) -> dict[str, Any]:
    records = {"incident": [{"id": "i", **facts}], "organization": [organization] if organization else []}
    return FakeView({"incident": incident.DERIVED}, records).whole("incident", "i")


def test_role_and_kind_of_data_are_judged_as_the_stricter_where_unread() -> None:
    found = derived()
    assert (found["judged_role"], found["judged_pi_breach"]) == ("controller", True)
    found = derived(role="processor", is_pi_breach=False)
    assert (found["judged_role"], found["judged_pi_breach"]) == ("processor", False)


def test_of_grade_and_persons_the_one_that_was_read_decides() -> None:
    found = derived(severity="larger")
    assert (found["judged_severity"], found["judged_persons"]) == ("larger", 0)
    found = derived(persons_affected=7)
    assert (found["judged_severity"], found["judged_persons"]) == ("general", 7)
    found = derived()
    assert reason(found, "judged_severity") == reason(found, "judged_persons") == "not_in_source"


@pytest.mark.parametrize(
    ("persons", "grade"),
    [
        (0, "general"),
        (999_999, "general"),
        (1_000_000, "larger"),
        (10_000_000, "major"),
        (100_000_000, "extra_major"),
    ],
)
def test_the_grade_by_persons(persons: int, grade: str) -> None:
    assert derived(persons_affected=persons)["grade_by_persons"] == grade


def test_the_laws_of_the_data_go_before_those_of_the_organization() -> None:
    assert derived(governing_laws=["CN"])["binding_laws"] == ["CN"]
    assert derived()["binding_laws"] == ["CN", "EU"]
    assert reason(derived(None), "binding_laws") == "not_in_source"


def test_laws_are_known_by_their_other_names() -> None:
    assert derived({"id": "o", "jurisdictions": ["中国", "gb", "us"]})["organization_laws"] == ["CN", "UK", "US"]


@pytest.mark.parametrize(
    ("organization", "facts", "operators"),
    [
        ({"is_ciio": False, "is_central_gov_unit": False}, {}, ["other"]),
        ({"is_ciio": True, "is_central_gov_unit": False}, {}, ["cii"]),
        ({"is_ciio": True, "is_central_gov_unit": True}, {"involves_cii": False}, ["central_gov"]),
        ({"is_ciio": False, "is_central_gov_unit": False}, {"involves_cii": True}, ["cii"]),
        ({"is_central_gov_unit": False}, {}, ["cii", "other"]),
        ({"is_ciio": False}, {}, ["central_gov", "other"]),
        ({}, {}, ["cii", "central_gov", "other"]),
    ],
)
def test_the_sorts_of_operator_that_we_may_be(
    organization: dict[str, Any], facts: dict[str, Any], operators: list[str]
) -> None:
    assert derived({"id": "o", **organization}, **facts)["operators"] == operators


def test_two_organizations_leave_the_operator_open() -> None:
    records: dict[str, Any] = {
        "incident": [{"id": "i"}],
        "organization": [{**ORGANIZATION, "id": id} for id in ("o", "p")],
    }
    found = FakeView({"incident": incident.DERIVED}, records).whole("incident", "i")
    assert found["operators"] == ["cii", "central_gov", "other"]


def test_detection_is_told_in_beijing_and_on_the_clock_of_the_estate() -> None:
    found = derived(detected_at="2026-11-10T01:05:00Z")
    assert found["detected_in_beijing"] == DETECTED
    assert (found["detected_minute"], found["detected_offset"]) == (29905025, "+08:00")
    assert (found["detected_day"], found["as_of_day"]) == (20767, 20778)


def test_what_is_counted_from_detection_is_missing_without_it() -> None:
    found = derived(unread=[{"field": "detected_at", "reason": "corrupt"}], assessed_at="2026-11-10")
    fields = ("age_minutes_at_least", "assessed_minutes_at_most", "detected_minute", "detected_offset", "detected_day")
    assert {reason(found, field) for field in (*fields, "detected_in_beijing")} == {"corrupt"}


def test_minutes_to_activation_and_assessment() -> None:
    found = derived(detected_at=DETECTED, plan_activated_at="2026-11-10T09:35:00+08:00", assessed_at="none")
    assert found["plan_activated_minutes_at_least"] == found["plan_activated_minutes_at_most"] == 30
    assert found["assessed_minutes_at_least"] == "none"


def test_days_that_lie_ahead_are_not_reached() -> None:
    found = derived(resolved_at="2026-11-21T12:30:00+08:00", summary_report_at="2026-11-22", rca_completed_at="none")
    assert {found[name] for name in ("resolved_day", "days_since_resolved", "summary_day", "rca_day")} == {"none"}
    found = derived(resolved_at="2026-11-11T00:00:00+08:00", lessons_reviewed_at="2026-11-21")
    assert (found["resolved_day"], found["days_since_resolved"], found["review_day"]) == (20768, 10, 20778)


@pytest.mark.parametrize(
    ("field", "fact"),
    [
        ("report_decision_by", "is_decided_by_someone"),
        ("notify_decision_reason", "is_waiver_reasoned"),
        ("impact_scope", "is_scope_stated"),
    ],
)
def test_a_text_says_something_unless_it_is_none_or_blank(field: str, fact: str) -> None:
    for text, says in (("E12", True), ("none", False), (" ", False)):
        given: dict[str, Any] = {field: text}
        assert derived(**given)[fact] is says
    assert reason(derived(), fact) == "not_in_source"


def test_the_police_clock_starts_with_the_suspicion() -> None:
    crime: dict[str, Any] = {
        "crime_suspected_at": "2026-11-20T12:00:00+08:00",
        "police_reported_at": "2026-11-20T13:00:00+08:00",
    }
    found = derived(detected_at=DETECTED, **crime)
    assert (found["suspicion_age_minutes_at_least"], found["police_minutes_at_most"]) == (24 * 60, 60)
    assert (found["suspicion_minute"], found["suspicion_offset"]) == (20777 * 1440 + 720, "+08:00")


@pytest.mark.parametrize("suspected", [{}, {"crime_suspected_at": "none"}])
def test_an_undated_suspicion_dates_from_detection(suspected: dict[str, Any]) -> None:
    found = derived(detected_at=DETECTED, police_reported_at="none", **suspected)
    assert (found["suspicion_minute"], found["police_minutes_at_least"]) == (29905025, "none")


def test_no_suspicion_without_detection() -> None:
    assert {reason(derived(), f"suspicion_{name}") for name in ("minute", "offset", "age_minutes_at_most")} == {
        "not_in_source"
    }
