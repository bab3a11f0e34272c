"""A grant: when it was given, when it ends, and the level that it is judged by."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import access_grant

Found = dict[str, Any]


def grant(**facts: Any) -> Found:
    view = FakeView({"access_grant": access_grant.DERIVED}, {"access_grant": [{"id": "g", **facts}]})
    return view.whole("access_grant", "g")


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        ({"granted_at": "2026-11-11", "first_seen_at": "2026-11-20"}, 10),
        ({"granted_at": "unknown", "first_seen_at": "2026-11-20"}, 1),
    ],
)
def test_a_grant_was_given_when_it_says_or_else_when_it_was_first_seen(facts: Found, days: int) -> None:
    assert grant(**facts)["days_since_given"] == days


@pytest.mark.parametrize("facts", [{"granted_at": "unknown"}, {"first_seen_at": "2026-11-20"}])
def test_the_day_of_giving_is_open_while_the_day_that_decides_was_not_read(facts: Found) -> None:
    assert reason(grant(**facts), "days_since_given") == "not_in_source"


@pytest.mark.parametrize(("end", "days"), [("2026-11-22", 1), ("2026-11-20", -1), ("none", "none")])
def test_days_to_the_expiry_of_a_grant(end: str, days: int | str) -> None:
    assert grant(expires_at=end)["days_to_expiry"] == days


def test_what_nobody_classified_is_judged_as_personal() -> None:
    assert grant(data_level="public")["judged_level"] == "public"
    assert grant()["judged_level"] == "personal"
