"""A message about an incident: when it went out and which clients it reached."""

from __future__ import annotations

import pytest
from support.fake_view import reason
from support.incident_notices import notice, sent


def test_minutes_to_a_message_are_counted_from_the_detection_of_its_incident() -> None:
    found = sent(notice("cac"))
    assert found["sent_minutes_at_least"] == found["sent_minutes_at_most"] == 60
    assert sent(notice("cac", "2026-12-01"))["sent_minutes_at_least"] == "none"


def test_a_message_about_no_known_incident_has_no_minutes() -> None:
    found = sent(notice("cac", incident_id="x"), complete=("incident",))
    assert reason(found, "sent_minutes_at_least") == "not_in_source"
    assert reason(found, "clients_reached") == "not_in_source"


@pytest.mark.parametrize(
    ("recipients", "reached"),
    [(["A"], ["A"]), (["B", "C"], ["B"]), (["all"], ["A", "B"]), ([], [])],
)
def test_clients_that_a_message_reached(recipients: list[str], reached: list[str]) -> None:
    found = sent(notice("client", recipient_ids=recipients), client_vendor_ids=["A", "B"])
    assert found["clients_reached"] == reached


def test_the_only_client_needs_no_naming() -> None:
    assert sent(notice("client"), client_vendor_ids=["A"])["clients_reached"] == ["A"]
    assert reason(sent(notice("client"), client_vendor_ids=["A", "B"]), "clients_reached") == "not_in_source"
    assert reason(sent(notice("client", recipient_ids=["A"])), "clients_reached") == "not_in_source"
