"""What settings say of the audit log and of passwords, and which of them are hidden."""

from __future__ import annotations

import pytest
from support.pg_settings import DENIED, hiding, shown

from collectors.postgresql import auditing, password_rules
from collectors.postgresql.facts import Unread, attempt
from collectors.postgresql.settings import Settings

QUIET = {
    "log_destination": "stderr",
    "log_min_messages": "warning",
    "log_connections": "off",
    "log_statement": "none",
}


def test_a_setting_that_is_not_shown_is_denied_unless_all_are_shown() -> None:
    assert attempt(hiding({}).get, "shared_preload_libraries") == DENIED
    assert attempt(shown({}).get, "shared_preload_libraries") is None


def test_a_value_of_the_session_is_none_of_the_server() -> None:
    for source in ("user", "database", "client", "session"):
        value = attempt(shown({"log_statement": "all"}, source).get, "log_statement")
        assert isinstance(value, Unread)
        assert value.reason == "partial"


@pytest.mark.parametrize(
    ("values", "scope"),
    [
        ({}, []),
        ({"log_connections": "on"}, ["connect"]),
        ({"log_connections": "receipt"}, []),
        ({"log_connections": "receipt,authentication"}, ["connect"]),
        ({"log_connections": "all"}, ["connect"]),
        ({"log_statement": "ddl"}, ["ddl", "role"]),
        ({"log_statement": "mod"}, ["ddl", "dml", "role"]),
        ({"log_statement": "all"}, ["ddl", "dml", "role", "select"]),
        ({"pgaudit.log": "none"}, []),
        ({"pgaudit.log": "read, write"}, ["dml", "select"]),
        ({"pgaudit.log": "ROLE,DDL,FUNCTION"}, ["ddl", "role"]),
        ({"pgaudit.log": "all, -read, -misc"}, ["ddl", "dml", "role"]),
        ({"pgaudit.log": "all", "log_connections": "on"}, ["connect", "ddl", "dml", "role", "select"]),
        ({"pgaudit.log": "all", "log_destination": ""}, []),
        ({"log_statement": "all", "log_min_messages": "fatal"}, []),
    ],
)
def test_the_audit_scope_is_what_logging_and_pgaudit_record(values: dict[str, str], scope: list[str]) -> None:
    assert auditing.scope(shown({**QUIET, **values}), []) == scope


def test_a_role_for_which_less_is_recorded_lowers_the_scope() -> None:
    override = [{"name": "log_statement", "setting": "none"}]
    assert auditing.scope(shown({**QUIET, "log_statement": "all", "log_connections": "on"}), override) == ["connect"]
    more = [{"name": "log_statement", "setting": "all"}]
    assert auditing.scope(shown({**QUIET, "log_statement": "ddl"}), more) == ["ddl", "role"]


def test_the_audit_scope_is_unread_where_pgaudit_may_be_hidden() -> None:
    assert attempt(auditing.scope, hiding(QUIET), []) == DENIED


@pytest.mark.parametrize(
    ("values", "length", "complexity", "threshold"),
    [
        ({}, 0, False, 0),
        ({"shared_preload_libraries": "pg_stat_statements"}, 0, False, 0),
        ({"shared_preload_libraries": "passwordcheck"}, 8, True, 0),
        ({"shared_preload_libraries": "$libdir/passwordcheck.so"}, 8, True, 0),
        (
            {"shared_preload_libraries": '"passwordcheck"', "passwordcheck.min_password_length": "14"},
            *(14, True, 0),
        ),
        (
            {
                "shared_preload_libraries": "credcheck, auth_delay",
                "credcheck.password_min_length": "12",
                "credcheck.password_min_digit": "1",
                "credcheck.password_min_upper": "1",
                "credcheck.max_auth_failure": "5",
                "auth_delay.milliseconds": "0",
            },
            *(12, True, 5),
        ),
        (
            {"shared_preload_libraries": "credcheck", "credcheck.password_min_digit": "1"},
            *(0, False, 0),
        ),
        ({"shared_preload_libraries": "auth_delay", "auth_delay.milliseconds": "500"}, 0, False, 1),
        ({"auth_delay.milliseconds": "500"}, 0, False, 0),  # loaded in this session alone
    ],
)
def test_modules_decide_what_is_asked_of_passwords(
    values: dict[str, str], length: int, complexity: bool, threshold: int
) -> None:
    settings = shown(values)
    assert password_rules.minimum_length(settings) == length
    assert password_rules.complexity(settings) is complexity
    assert password_rules.lockout_threshold(settings) == threshold


def test_password_rules_are_unread_where_modules_may_be_hidden() -> None:
    for fact in (password_rules.minimum_length, password_rules.complexity, password_rules.lockout_threshold):
        assert attempt(fact, hiding({})) == DENIED


def test_all_settings_are_unread_where_none_could_be_read() -> None:
    assert attempt(Settings.of(Unread("timeout", "settings")).get, "ssl") == Unread("timeout", "settings")
