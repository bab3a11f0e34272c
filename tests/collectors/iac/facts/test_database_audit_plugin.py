"""What the audit plugin of MariaDB records, by the option group of a declared instance."""

from __future__ import annotations

import pytest
from support.declared_backups import Record, resource, why
from support.declared_databases import first, instance

from collectors.iac.declared import Declared
from collectors.iac.value import Unknown

ALL = ["connect", "ddl", "dml", "role", "select"]


def plugin(settings: dict[str, object] | None = None, name: object = "MARIADB_AUDIT_PLUGIN") -> Declared:
    pairs = [{"name": name, "value": value} for name, value in (settings or {}).items()]
    return resource("aws_db_option_group.o", name="o", option=[{"option_name": name, "option_settings": pairs}])


def mysql(options: Declared) -> Record:
    return first(instance(engine="mysql", option_group_name="o"), options)


@pytest.mark.parametrize(
    ("events", "scope"),
    [
        ("CONNECT,QUERY_DDL,QUERY_DML,QUERY_DCL", ALL),
        ("connect, query", ALL),
        ("CONNECT,QUERY_DML_NO_SELECT", ["connect", "dml"]),
        ("TABLE", []),
        (None, ALL),
    ],
)
def test_the_audit_plugin_records_the_events_that_it_is_told(events: str | None, scope: list[str]) -> None:
    assert mysql(plugin({"SERVER_AUDIT_EVENTS": events}))["audit_scope"] == scope


def test_an_event_that_is_not_known_to_us_is_unsupported() -> None:
    assert why(mysql(plugin({"SERVER_AUDIT_EVENTS": "CONNECT,DREAMS"})), "audit_scope") == "unsupported"


@pytest.mark.parametrize("settings", [{"SERVER_AUDIT_LOGGING": "OFF"}, {"SERVER_AUDIT_LOGGING": "0"}])
def test_a_plugin_that_is_switched_off_records_nothing(settings: dict[str, object]) -> None:
    assert mysql(plugin(settings))["audit_enabled"] is False


def test_without_the_plugin_nothing_is_recorded() -> None:
    assert mysql(plugin(name="MEMCACHED"))["audit_scope"] == []


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({"SERVER_AUDIT_EXCL_USERS": "rdsadmin,app"}, "partial"),
        ({"SERVER_AUDIT_INCL_USERS": "app"}, "partial"),
        ({"SERVER_AUDIT_EXCL_USERS": Unknown()}, "known_after_apply"),
        ({"SERVER_AUDIT_INCL_USERS": Unknown()}, "known_after_apply"),
        ({"SERVER_AUDIT_EVENTS": Unknown()}, "known_after_apply"),
        ({"SERVER_AUDIT_LOGGING": Unknown()}, "known_after_apply"),
    ],
)
def test_a_plugin_that_may_leave_out_accounts_or_events_is_unread(settings: dict[str, object], reason: str) -> None:
    assert why(mysql(plugin(settings)), "audit_scope") == reason


def test_accounts_of_the_service_need_not_be_recorded() -> None:
    assert mysql(plugin({"SERVER_AUDIT_EXCL_USERS": "rdsadmin"}))["audit_scope"] == ALL


@pytest.mark.parametrize("name", [None, "default:mysql-8-0"])
def test_an_option_group_outside_of_the_code_is_unread(name: str | None) -> None:
    assert why(first(instance(engine="mysql", option_group_name=name)), "audit_scope") == "not_in_source"


def test_options_that_are_not_known_are_unread() -> None:
    unknown = resource("aws_db_option_group.o", name="o", option=Unknown())
    assert why(mysql(unknown), "audit_scope") == "known_after_apply"
    assert why(mysql(plugin(name=Unknown())), "audit_scope") == "known_after_apply"
