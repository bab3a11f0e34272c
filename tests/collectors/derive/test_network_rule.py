"""How wide the range of a firewall rule is."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import network_rule


def rule(**facts: Any) -> dict[str, Any]:
    """Return the rule with its derived facts."""
    view = FakeView({"network_rule": network_rule.DERIVED}, {"network_rule": [{"id": "r", **facts}]})
    return view.whole("network_rule", "r")


@pytest.mark.parametrize(
    ("cidr", "version", "prefix", "is_any"),
    [
        ("0.0.0.0/0", 4, 0, True),
        ("::/0", 6, 0, True),
        ("0:0:0:0:0:0:0:0/0", 6, 0, True),
        ("128.0.0.0/1", 4, 1, False),
        ("10.1.2.3/8", 4, 8, False),
        (" 192.0.2.7 ", 4, 32, False),
        ("none", "none", "none", False),
    ],
)
def test_a_range_has_a_version_and_a_prefix(cidr: str, version: object, prefix: object, is_any: bool) -> None:
    found = rule(cidr=cidr)
    assert (found["cidr_version"], found["cidr_prefix"], found["is_any"]) == (version, prefix, is_any)


def test_what_is_no_range_is_corrupt() -> None:
    assert reason(rule(cidr="office"), "cidr_prefix") == "corrupt"
    assert reason(rule(cidr="office"), "is_any") == "corrupt"


def test_a_range_that_was_not_read_has_its_reason() -> None:
    found = rule(unread=[{"field": "cidr", "reason": "known_after_apply"}])
    assert {reason(found, field) for field in network_rule.DERIVED} == {"known_after_apply"}


def test_a_register_that_says_not_any_and_names_no_range_has_none() -> None:
    assert rule(is_any=False)["cidr_prefix"] == "none"
    assert reason(rule(is_any=True), "cidr_prefix") == "not_in_source"
    withheld = rule(is_any=False, unread=[{"field": "cidr", "reason": "denied"}])
    assert reason(withheld, "cidr_prefix") == "denied"
