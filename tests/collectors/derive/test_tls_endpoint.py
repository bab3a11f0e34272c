"""How long the certificate of an endpoint is still good."""

from __future__ import annotations

from typing import Any

from support.fake_view import FakeView, reason

from collectors.derive import tls_endpoint


def endpoint(**facts: Any) -> dict[str, Any]:
    """Return the endpoint with its derived facts."""
    records = {"tls_endpoint": [{"id": "e", **facts}]}
    return FakeView({"tls_endpoint": tls_endpoint.DERIVED}, records).whole("tls_endpoint", "e")


def test_days_are_counted_to_the_end_and_past_it() -> None:
    assert endpoint(cert_not_after="2026-12-21")["cert_days"] == 30
    assert endpoint(cert_not_after="2026-11-20")["cert_days"] == -1


def test_an_end_that_was_not_read_gives_nothing() -> None:
    found = endpoint(unread=[{"field": "cert_not_after", "reason": "known_after_apply"}])
    assert reason(found, "cert_days") == "known_after_apply"
