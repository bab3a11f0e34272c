"""How the server is reached: verified, told why not, and never with a secret in the answer."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import Any

import pytest
from support.certificates import make_certificates
from support.crm import PASSWORD, collect_from, dsn
from support.postgres import Postgres
from support.servers import free_ports

from assay.collector import CollectorFailed
from collectors.postgresql.target import SESSION

EVERYONE = "host all all 127.0.0.1/32 scram-sha-256"


def failure(server: Postgres, **options: Any) -> CollectorFailed:
    with pytest.raises(CollectorFailed) as caught:
        collect_from(server, **options)
    return caught.value


def test_the_server_has_to_prove_who_it_is(server: Postgres, tmp_path: Path) -> None:
    stranger = make_certificates(tmp_path, "A stranger").authority
    failed = failure(server, sslrootcert=str(stranger))
    assert str(failed) == ("the server could not be read: its certificate is not vouched for; see sslrootcert")


def test_an_authority_of_the_same_name_is_not_believed(server: Postgres, tmp_path: Path) -> None:
    double = make_certificates(tmp_path).authority
    assert "TLS failed; see sslrootcert" in str(failure(server, sslrootcert=str(double)))


def test_the_certificate_has_to_name_the_host(server: Postgres) -> None:
    failed = failure(server, dsn=dsn(server, host="db.example", hostaddr="127.0.0.1"))
    assert "its certificate is for another host name" in str(failed)


def test_a_missing_authority_is_named(server: Postgres) -> None:
    assert "sslrootcert" in str(failure(server, sslrootcert="nowhere.crt"))


def test_the_path_of_the_authority_starts_at_the_configuration(server: Postgres) -> None:
    assert collect_from(server, server.folder, sslrootcert="ca.crt").every("database_instance")


def test_a_server_without_tls_is_refused_unless_the_source_says_so(server: Postgres) -> None:
    with server.rules(EVERYONE), server.settings(ssl="off"):
        assert "it offers no TLS" in str(failure(server))
        out = collect_from(server, sslmode="prefer")
    (instance,) = out.every("database_instance")
    assert instance["tls_required"] is False
    assert instance["plaintext_auth_rules"] == []
    assert out.unread("database_instance", "pg:crm-db")["tls_min_version"][0] == "not_in_source"
    assert out.notes == ["sslmode is prefer: the server did not prove who it is"]


def test_sslmode_of_the_dsn_goes_before_that_of_the_entry(server: Postgres) -> None:
    failed = failure(server, dsn=dsn(server, sslmode="disable"), sslmode="verify-full")
    assert "not without TLS" in str(failed)


def test_a_pooler_that_drops_the_settings_of_the_session_is_refused(
    server: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(SESSION, "default_transaction_read_only")
    failed = failure(server)
    assert "connect to the server itself, not through a pooler" in str(failed)


def test_a_socket_needs_no_proof(server: Postgres) -> None:
    with server.rules("local all all scram-sha-256"):
        out = collect_from(server, dsn=dsn(server, host=str(server.folder)))
    (instance,) = out.every("database_instance")
    assert (out.notes, instance["hosting"]) == ([], "self_hosted")
    assert "aliases" not in instance


def test_rules_that_let_clear_text_and_everybody_in_are_listed(server: Postgres) -> None:
    rules = (
        "host all all 0.0.0.0/0 scram-sha-256",
        "hostssl crm app 10.0.0.0/8 trust",
        "local all all trust",
    )
    with server.rules(EVERYONE, *rules):
        (instance,) = collect_from(server).every("database_instance")
    assert instance["plaintext_auth_rules"] == ["host all all 0.0.0.0/0 scram-sha-256"]
    assert instance["open_host_rules"] == ["host all all 0.0.0.0/0 scram-sha-256"]
    assert instance["trust_auth_rules"] == ["hostssl crm app 10.0.0.0/8 trust", "local all all trust"]
    assert (instance["trust_auth_remote"], instance["tls_required"]) == (True, False)


def test_a_broken_rule_leaves_the_rules_unread(server: Postgres) -> None:
    with server.rules(EVERYONE), server.rules(EVERYONE, "host all all 300.0.0.0/8 md5"):
        out = collect_from(server)
    unread = out.unread("database_instance", "pg:crm-db")
    for name in ("trust_auth_rules", "plaintext_auth_rules", "open_host_rules", "tls_required"):
        assert unread[name][0] == "partial"


@pytest.mark.parametrize(
    ("more", "reason", "words"),
    [
        ({"password": "wrong-secret"}, "denied", "it refused the user name or the password"),
        ({"user": "nobody_here"}, "denied", "pg_hba.conf does not let this user in"),
        ({"dbname": "nothing_here"}, "denied", "it has no such role or database"),
        ({"host": "no-such-host.invalid"}, "connection_lost", "its host name is not known"),
    ],
)
def test_a_refusal_is_told_in_one_line_without_the_dsn(
    server: Postgres, more: dict[str, str], reason: str, words: str
) -> None:
    failed = failure(server, dsn=dsn(server, **more))
    assert failed.reason == reason
    assert str(failed).startswith("the server could not be read: ")
    assert words in str(failed)
    assert "\n" not in str(failed)
    assert not any(value in str(failed) for value in (PASSWORD, *more.values()))


def test_a_port_where_nothing_listens_is_told(server: Postgres) -> None:
    (port,) = free_ports(1)
    failed = failure(server, dsn=dsn(server, port=str(port)))
    assert (failed.reason, "nothing listens there" in str(failed)) == ("connection_lost", True)


def test_a_server_that_does_not_answer_is_left(server: Postgres) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        failed = failure(server, dsn=dsn(server, port=str(silent.getsockname()[1])), connect_timeout=1)
    assert (failed.reason, "did not answer in time" in str(failed)) == ("timeout", True)


def test_without_psycopg_it_says_what_to_install(server: Postgres, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert str(failure(server)) == "needs psycopg; pip install 'assay[db]'"
