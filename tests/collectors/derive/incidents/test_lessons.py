"""What an incident changed: plan, corrective action, or a reason why not."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import incident

NOTHING: dict[str, Any] = {
    "plan_updated_at": "none",
    "no_change_reason": "none",
    "detected_at": "2026-06-01T09:00:00+08:00",
}


def changed(actions: list[dict[str, Any]] | None = None, whole: bool = True, **facts: Any) -> dict[str, Any]:
    given = [{"id": f"a{number}", **action} for number, action in enumerate(actions or [])]
    records = {"incident": [{"id": "i", **facts}], "corrective_action": given}
    complete = ("corrective_action",) if whole else ()
    return FakeView({"incident": incident.DERIVED}, records, complete).whole("incident", "i")


@pytest.mark.parametrize(
    "facts",
    [
        {**NOTHING, "plan_updated_at": "2026-06-01"},
        {**NOTHING, "no_change_reason": "a power cut"},
        {"no_change_reason": "a power cut"},
    ],
)
def test_a_new_plan_or_a_reason_is_a_change(facts: dict[str, Any]) -> None:
    assert changed(**facts)["is_changed"] is True


def test_an_action_of_the_incident_is_a_change() -> None:
    assert changed([{"source_id": "i", "source_kind": "incident"}])["is_changed"] is True


@pytest.mark.parametrize("plan", ["none", "2026-05-31", "2026-12-01"])
def test_a_plan_of_before_or_of_the_future_is_none(plan: str) -> None:
    other = [{"source_id": "i", "source_kind": "audit"}]
    assert changed(other, **{**NOTHING, "plan_updated_at": plan})["is_changed"] is False


def test_it_is_open_while_something_may_have_changed() -> None:
    assert reason(changed(whole=False, **NOTHING), "is_changed") == "partial"
    assert reason(changed([{"source_id": "i"}], **NOTHING), "is_changed") == "partial"
    unread = [{"field": "no_change_reason", "reason": "corrupt"}]
    assert reason(changed(unread=unread, plan_updated_at="none", detected_at="2026-06-01"), "is_changed") == "corrupt"
