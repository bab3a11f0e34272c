"""An incident with messages about it, as derivations see them."""

from __future__ import annotations

from typing import Any

from support.fake_view import FakeView

from collectors.derive import incident, incident_notification

DERIVED = {"incident": incident.DERIVED, "incident_notification": incident_notification.DERIVED}
DETECTED = "2026-11-10T09:00:00+08:00"
WHOLE = ("incident_notification",)
LATER = "2026-11-12T09:00:00+08:00"


def notice(audience: str | None = None, at: str | None = "2026-11-10T10:00:00+08:00", **facts: Any) -> dict[str, Any]:
    given = {"incident_id": "i", "audience": audience, "sent_at": at, **facts}
    return {name: value for name, value in given.items() if value is not None}


def view(notices: tuple[dict[str, Any], ...], complete: tuple[str, ...] = WHOLE, **facts: Any) -> FakeView:
    records = {
        "incident": [{"id": "i", "detected_at": DETECTED, **facts}],
        "incident_notification": [{"id": f"n{number}", **item} for number, item in enumerate(notices)],
        "vendor": [{"id": "vendor:a"}],
    }
    return FakeView(DERIVED, records, complete)


def told(*notices: dict[str, Any], complete: tuple[str, ...] = WHOLE, **facts: Any) -> dict[str, Any]:
    return view(notices, complete, **facts).whole("incident", "i")


def sent(item: dict[str, Any], **facts: Any) -> dict[str, Any]:
    return view((item,), **facts).whole("incident_notification", "n0")
