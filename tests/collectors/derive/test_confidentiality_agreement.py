"""Whether a confidentiality agreement binds on the day of judging."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive.confidentiality_agreement import DERIVED

SIGNED: dict[str, Any] = {"signed_at": "2026-01-01", "effective_to": "open_ended"}


def agreement(facts: dict[str, Any]) -> dict[str, Any]:
    """Return an agreement with its derived facts."""
    records = {"confidentiality_agreement": [{"id": "n", **facts}]}
    view = FakeView({"confidentiality_agreement": DERIVED}, records)
    return view.whole("confidentiality_agreement", "n")


@pytest.mark.parametrize(
    ("changed", "in_force"),
    [
        ({}, True),
        ({"effective_to": "2026-11-21"}, True),
        ({"effective_to": "2026-11-20"}, False),
        ({"signed_at": "none"}, False),
        ({"signed_at": "2026-11-22"}, False),
    ],
)
def test_in_force_from_the_signature_to_the_last_day(changed: dict[str, Any], in_force: bool) -> None:
    assert agreement(SIGNED | changed)["in_force"] is in_force


@pytest.mark.parametrize("field", ["signed_at", "effective_to"])
def test_undecided_while_a_date_is_unread(field: str) -> None:
    facts = {name: value for name, value in SIGNED.items() if name != field}
    assert reason(agreement(facts | {"unread": [{"field": field, "reason": "no_text"}]}), "in_force") == "no_text"


def test_one_date_decides_whatever_the_other_is() -> None:
    assert agreement({"signed_at": "none"})["in_force"] is False
    assert agreement({"effective_to": "2026-11-20"})["in_force"] is False


def test_days_are_counted_from_signature_and_end() -> None:
    made = agreement({"signed_at": "2026-11-01", "effective_to": "2026-11-22"})
    assert (made["days_since_signed"], made["days_since_end"]) == (20, -1)
    made = agreement({"signed_at": "none", "effective_to": "open_ended"})
    assert (made["days_since_signed"], made["days_since_end"]) == ("none", "open_ended")
