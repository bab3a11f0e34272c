"""What settings and rules say of the encryption of connections."""

from __future__ import annotations

import pytest
from support.pg_settings import shown

from collectors.postgresql import encryption
from collectors.postgresql.access_rules import Rule
from collectors.postgresql.facts import Unread, attempt

TLS = {"ssl": "on", "ssl_min_protocol_version": "TLSv1.2", "ssl_ciphers": "HIGH:MEDIUM:+3DES:!aNULL"}
CLEAR = Rule("host", ["all"], ["all"], "10.0.0.0/8", "md5", certificate=False, clear_text=True)
ENCRYPTED = Rule("hostssl", ["all"], ["all"], "10.0.0.0/8", "md5", certificate=False, clear_text=False)


def test_tls_is_required_where_no_rule_lets_clear_text_in() -> None:
    assert encryption.required(shown(TLS), [ENCRYPTED]) is True
    assert encryption.required(shown(TLS), [CLEAR, ENCRYPTED]) is False


def test_tls_is_not_required_where_it_is_off_whatever_the_rules_say() -> None:
    assert encryption.required(shown({"ssl": "off"}), Unread("denied")) is False


def test_tls_is_unread_where_the_rules_are() -> None:
    assert attempt(encryption.required, shown(TLS), Unread("denied", "rules")) == Unread("denied", "rules")


def test_rds_says_by_a_setting_whether_clear_text_is_refused() -> None:
    forced = shown({**TLS, "rds.force_ssl": "on"})
    assert encryption.required(forced, Unread("denied")) is True
    assert encryption.plaintext_rules(forced, Unread("denied")) == []
    assert encryption.required(shown({**TLS, "rds.force_ssl": "off"}), Unread("denied")) is False


@pytest.mark.parametrize(
    ("setting", "version"),
    [("", "1.0"), ("TLSv1", "1.0"), ("TLSv1.1", "1.1"), ("TLSv1.2", "1.2"), ("TLSv1.3", "1.3")],
)
def test_the_lowest_version_is_that_of_the_setting(setting: str, version: str) -> None:
    assert encryption.minimum_version(shown({**TLS, "ssl_min_protocol_version": setting})) == version


def test_a_version_that_is_not_known_is_unsupported() -> None:
    value = attempt(encryption.minimum_version, shown({**TLS, "ssl_min_protocol_version": "TLSv9"}))
    assert value == Unread("unsupported", "ssl_min_protocol_version TLSv9")


def test_versions_and_ciphers_are_unread_where_tls_is_off() -> None:
    for fact in (encryption.minimum_version, encryption.weak_ciphers):
        value = attempt(fact, shown({**TLS, "ssl": "off"}))
        assert isinstance(value, Unread)
        assert value.reason == "not_in_source"


def test_the_default_list_of_ciphers_has_no_weak_one() -> None:
    assert encryption.weak_ciphers(shown(TLS)) == []


def test_a_list_that_admits_null_and_anonymous_ciphers_names_them() -> None:
    weak = encryption.weak_ciphers(shown({**TLS, "ssl_ciphers": "ALL:eNULL"}))
    assert {"NULL-SHA256", "ADH-AES256-SHA"} <= set(weak)
    assert not any("ECDHE-RSA-AES" in name for name in weak)


def test_weak_ciphers_that_our_library_lacks_leave_the_list_unread() -> None:
    for listed in ("RC4-SHA", "HIGH:!aNULL:RC4-SHA"):
        value = attempt(encryption.weak_ciphers, shown({**TLS, "ssl_ciphers": listed}))
        assert isinstance(value, Unread)
        assert value.reason == "unsupported"


def test_no_cipher_is_weak_where_only_version_1_3_is_accepted() -> None:
    only = shown({**TLS, "ssl_min_protocol_version": "TLSv1.3", "ssl_ciphers": "ALL:eNULL"})
    assert encryption.weak_ciphers(only) == []
