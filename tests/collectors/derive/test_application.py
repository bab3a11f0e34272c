"""Derived facts of an application."""

from __future__ import annotations

from support.fake_view import FakeView, reason

from collectors.derive.application import DERIVED


def test_a_scan_for_secrets_has_an_age() -> None:
    records = {"application": [{"id": "scanned", "secret_scan_at": "2026-10-22"}, {"id": "unread"}]}
    view = FakeView({"application": DERIVED}, records)
    assert view.whole("application", "scanned")["days_since_secret_scan"] == 30
    assert reason(view.whole("application", "unread"), "days_since_secret_scan") == "not_in_source"
