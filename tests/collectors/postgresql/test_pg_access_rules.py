"""Rules of pg_hba.conf: which of them let somebody in, from where, and in clear text."""

from __future__ import annotations

from typing import Any

import pytest

from collectors.postgresql.access_rules import clear_text_rules, live_rules
from collectors.postgresql.facts import UnreadError


def row(line: str, *, certificate: bool = False, broken: bool = False) -> dict[str, Any]:
    """Return a line as pg_hba_file_rules() gives it: `type databases users [address [netmask]] method`."""
    kind, databases, users, *address, method = line.split()
    return {
        "type": kind,
        "databases": databases.split(","),
        "users": users.split(","),
        "address": address[0] if address else None,
        "netmask": address[1] if len(address) > 1 else None,
        "method": method,
        "certificate": certificate,
        "broken": broken,
    }


def live(*lines: str) -> list[str]:
    return [rule.text for rule in live_rules([row(line) for line in lines])]


def clear(*lines: str) -> list[str]:
    return [rule.text for rule in clear_text_rules(live_rules([row(line) for line in lines]))]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("local all all peer", "local all all peer"),
        ("host crm,shop app 10.1.2.3 255.255.0.0 md5", "host crm,shop app 10.1.0.0/16 md5"),
        ("host all all 2001:db8:: ffff:ffff:: md5", "host all all 2001:db8::/32 md5"),
        ("hostssl all all all scram-sha-256", "hostssl all all all scram-sha-256"),
        ("host all all .example.com md5", "host all all .example.com md5"),
    ],
)
def test_a_rule_reads_as_it_is_written(line: str, text: str) -> None:
    assert live(line) == [text]


@pytest.mark.parametrize(
    ("line", "remote"),
    [
        ("local all all trust", False),
        ("host all all 127.0.0.1 255.255.255.255 md5", False),
        ("host all all ::1 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff md5", False),
        ("host all all localhost md5", False),
        ("host all all samehost md5", False),
        ("host all all samenet md5", True),
        ("host all all 0.0.0.0 0.0.0.0 md5", True),
        ("host all all 126.0.0.0 254.0.0.0 md5", True),
        ("host all all db.example.com md5", True),
    ],
)
def test_what_is_reached_from_this_machine_alone_is_not_remote(line: str, remote: bool) -> None:
    assert [rule.remote for rule in live_rules([row(line)])] == [remote]


@pytest.mark.parametrize(
    ("line", "any_address"),
    [
        ("host all all all md5", True),
        ("host all all 0.0.0.0 0.0.0.0 md5", True),
        ("host all all :: :: md5", True),
        ("host all all 10.0.0.0 255.0.0.0 md5", False),
        ("local all all md5", False),
    ],
)
def test_any_address_is_all_or_a_network_of_length_zero(line: str, any_address: bool) -> None:
    assert [rule.any_address for rule in live_rules([row(line)])] == [any_address]


def test_trust_with_a_client_certificate_is_not_passwordless() -> None:
    rules = live_rules([row("host a b all trust"), row("hostssl a b all trust", certificate=True)])
    assert [rule.passwordless for rule in rules] == [True, False]


@pytest.mark.parametrize(
    ("kind", "admitted"),
    [("host", True), ("hostnossl", True), ("hostnogssenc", True), ("hostssl", False), ("hostgssenc", False)],
)
def test_only_types_that_demand_encryption_bar_clear_text(kind: str, admitted: bool) -> None:
    assert bool(clear(f"{kind} all all 10.0.0.0 255.0.0.0 md5")) is admitted


def test_an_earlier_reject_takes_away_the_rule_that_it_covers() -> None:
    assert live("host all all all reject", "host all all 10.0.0.0 255.0.0.0 trust") == []


@pytest.mark.parametrize(
    "reject",
    [
        "host crm all all reject",  # another database
        "host all app all reject",  # one user
        "host all all 10.1.0.0 255.255.0.0 reject",  # a part of the network
        "host all all ::/0 reject",
        "local all all reject",
        "hostssl all all all reject",  # clients without TLS get past it
    ],
)
def test_a_reject_that_covers_a_part_takes_nothing_away(reject: str) -> None:
    rule = "host all all 10.0.0.0 255.0.0.0 trust"
    assert live(reject, rule) == ["host all all 10.0.0.0/8 trust"]


def test_a_later_reject_takes_nothing_away() -> None:
    assert live("host all all all md5", "host all all all reject") == ["host all all all md5"]


def test_all_databases_does_not_hold_replication() -> None:
    assert live("host all all all reject", "host replication all all md5") == ["host replication all all md5"]


def test_rejecting_clients_without_tls_bars_clear_text_and_keeps_the_rule() -> None:
    lines = ("hostnossl all all all reject", "host all all 10.0.0.0 255.0.0.0 md5")
    assert (clear(*lines), live(*lines)) == ([], ["host all all 10.0.0.0/8 md5"])


def test_a_broken_line_leaves_all_rules_unread() -> None:
    with pytest.raises(UnreadError) as caught:
        live_rules([row("host all all all md5"), row("host all all all md5", broken=True)])
    assert caught.value.unread.reason == "partial"
