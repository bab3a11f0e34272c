"""What the people were told: whether, how many it reached, what it held; and what may be out of sight."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import reason
from support.incident_notices import LATER, notice, told


def test_whether_people_were_told() -> None:
    assert told(notice("individual"))["individuals_told"] is True
    announced = told(notice("public", channel="announcement"))
    assert (announced["individuals_told"], announced["people_told"]) == (False, True)
    assert told(notice("public", channel="portal"))["people_told"] is False
    assert told()["people_told"] is False


def test_whether_people_were_told_is_open_while_a_message_may_be_one_to_them() -> None:
    assert reason(told(complete=()), "people_told") == "partial"
    assert reason(told(notice()), "people_told") == "not_in_source"
    assert reason(told(notice("public")), "people_told") == "not_in_source"
    assert reason(told(notice("individual", None)), "people_told") == "not_in_source"


def test_people_reached_are_those_of_messages_with_evidence() -> None:
    first = notice("individual", reached=600, evidence_path="sms.csv")
    second = notice("individual", reached=300, evidence_path="none")
    found = told(first, second)
    assert (found["people_reached_at_least"], found["people_reached_at_most"]) == (600, 600)


@pytest.mark.parametrize(
    "other",
    [
        notice("individual", evidence_path="x.csv"),
        notice("individual", reached=300),
        notice(reached=300, evidence_path="x.csv"),
    ],
)
def test_people_reached_may_be_more_while_a_message_is_not_wholly_read(other: dict[str, Any]) -> None:
    found = told(notice("individual", reached=600, evidence_path="sms.csv"), other)
    assert found["people_reached_at_least"] == 600
    assert reason(found, "people_reached_at_most") == "not_in_source"


def test_the_first_notice_is_the_earliest() -> None:
    found = told(notice("individual", LATER), notice("individual"))
    assert (found["days_since_first_notice"], found["first_notice_day"]) == (11, 20767)
    assert reason(told(), "days_since_first_notice") == "not_in_source"
    assert reason(told(notice("individual"), notice()), "first_notice_day") == "not_in_source"


def test_what_the_messages_to_the_people_hold_together() -> None:
    one = notice("individual", elements_present=["cause"], support_offered=[])
    two = notice("public", channel="announcement", elements_present=["harm"], support_offered=["hotline"])
    found = told(one, two, notice("cac", elements_present=["place"]))
    assert (found["notice_elements"], found["notice_support"]) == (["cause", "harm"], ["hotline"])
    assert found["notice_elements_read"] is found["notice_support_read"] is True
    assert told(notice("individual"))["notice_elements_read"] is False
    assert told(one, complete=())["notice_elements_read"] is False
