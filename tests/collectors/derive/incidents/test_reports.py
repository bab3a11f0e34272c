"""The reports to authorities: what each was told, since when, and how a delay was explained."""

from __future__ import annotations

from typing import Any

from support.fake_view import reason
from support.incident_notices import LATER, notice, told


def test_what_each_audience_was_told() -> None:
    found = told(notice("cac", LATER, elements_present=["cause"]), notice("cac", elements_present=["time"]))
    assert found["report_elements"] == {"cac": ["cause", "time"]}
    assert (found["report_days"], found["report_unread"]) == ({"cac": 20767}, [])
    assert told(notice("cac"))["report_unread"] == ["cac"]


def test_what_each_audience_was_told_is_open_while_one_message_is_to_nobody_known() -> None:
    found = told(notice("cac"), notice())
    assert {reason(found, name) for name in ("report_elements", "report_days", "report_unread")} == {"not_in_source"}


def test_a_late_report_is_explained_where_each_authority_has_the_reasons() -> None:
    laws: dict[str, Any] = {"governing_laws": ["EU", "UK"]}
    eu, uk = (notice(to, LATER, delay_reason="the extent was not clear") for to in ("eu_authority", "uk_authority"))
    assert told(eu, uk, **laws)["late_reports_explained"] is True
    assert told(eu, **laws)["late_reports_explained"] is False
    assert told(eu, {**uk, "delay_reason": "none"}, **laws)["late_reports_explained"] is False
    assert told(eu, {**uk, "sent_at": "2026-11-09"}, **laws)["late_reports_explained"] is False
    assert reason(told(eu, uk), "late_reports_explained") == "not_in_source"
