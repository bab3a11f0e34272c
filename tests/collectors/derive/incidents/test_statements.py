"""Statements to the public and the progress that follows them."""

from __future__ import annotations

from support.fake_view import reason
from support.incident_notices import LATER, notice, told


def test_the_statement_is_the_first_to_the_public_after_detection() -> None:
    early = notice("public", "2026-11-09T10:00:00+08:00")
    found = told(early, notice("public", LATER), notice("public", "2026-11-15", sequence="initial"))
    assert (found["statement_day"], found["follow_up_day"]) == (20769, "none")
    assert told(early)["statement_day"] == told(early)["follow_up_day"] == "none"
    assert reason(told(notice()), "statement_day") == "not_in_source"
    assert reason(told(complete=()), "follow_up_day") == "partial"
    assert told(notice("public"), complete=())["statements_settled"] is False


def test_progress_follows_the_statement_and_is_not_the_statement() -> None:
    statement = notice("public", LATER, sequence="follow_up")
    before = notice("individual", "2026-11-11T10:00:00+08:00", sequence="final")
    after = notice("individual", "2026-11-14T10:00:00+08:00", sequence="final")
    assert told(statement, before)["follow_up_day"] == "none"
    assert told(statement, before, after)["follow_up_day"] == 20771
    unread = {name: value for name, value in after.items() if name != "sequence"}
    assert reason(told(statement, unread), "follow_up_day") == "not_in_source"
