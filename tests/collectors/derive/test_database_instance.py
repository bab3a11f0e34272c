"""Derived facts of a database: dialect, end of support, rules that its provider owns, country."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive.database_instance import DERIVED


def database(facts: dict[str, Any], today: str = "2026-11-21") -> dict[str, Any]:
    """Return the database with its derived facts."""
    view = FakeView({"database_instance": DERIVED}, {"database_instance": [{"id": "db", **facts}]}, today=today)
    return view.whole("database_instance", "db")


@pytest.mark.parametrize(
    ("engine", "family"),
    [("postgresql", "postgresql"), ("mysql", "mysql"), ("mariadb", "mysql"), ("dynamodb", "none")],
)
def test_family_follows_from_the_engine(engine: str, family: str) -> None:
    assert database({"engine": engine})["engine_family"] == family


def test_family_of_aurora_is_unread_unless_the_collector_says_it() -> None:
    assert reason(database({"engine": "aurora"}), "engine_family") == "not_in_source"
    assert database({"engine": "aurora", "engine_family": "mysql"})["engine_family"] == "mysql"


def test_family_has_the_reason_of_the_engine() -> None:
    denied = {"field": "engine", "reason": "denied"}
    assert reason(database({"unread": [denied]}), "engine_family") == "denied"


PG14 = {"engine": "postgresql", "engine_version": "14.20"}


def test_end_of_support_depends_on_who_runs_the_engine() -> None:
    assert database(PG14 | {"hosting": "self_hosted"})["engine_eol_date"] == "2026-11-12"
    assert database(PG14 | {"hosting": "aws"})["engine_eol_date"] == "2027-02-28"


@pytest.mark.parametrize("field", ["engine", "engine_version", "hosting"])
def test_end_of_support_needs_engine_version_and_hosting(field: str) -> None:
    facts: dict[str, Any] = {**PG14, "hosting": "aws", "unread": [{"field": field, "reason": "denied"}]}
    del facts[field]
    assert reason(database(facts), "engine_eol_date") == "denied"


@pytest.mark.parametrize("version", ["9.6.24", "19.1", "unknown"])
def test_a_version_outside_the_table_is_unread(version: str) -> None:
    facts = {"engine": "postgresql", "engine_version": version, "hosting": "self_hosted"}
    found = database(facts)
    assert reason(found, "engine_eol_date") == "not_in_source"
    assert reason(found, "past_support") == "not_in_source"


@pytest.mark.parametrize(("enrolled", "end"), [(True, "2029-07-31"), (False, "2026-07-31")])
def test_extended_support_counts_for_those_enrolled_in_it(enrolled: bool, end: str) -> None:
    facts = {"engine": "mysql", "engine_version": "8.0.44", "hosting": "aws", "extended_support": enrolled}
    assert database(facts)["engine_eol_date"] == end


@pytest.mark.parametrize(
    ("today", "past"),
    [("2026-07-31", False), ("2026-08-01", None), ("2029-07-31", None), ("2029-08-01", True)],
)
def test_enrolment_unread_matters_only_while_it_decides(today: str, past: bool | None) -> None:
    facts = {"engine": "mysql", "engine_version": "8.0.44", "hosting": "aws"}
    assert database(facts, today).get("past_support") is past


@pytest.mark.parametrize(("end", "past"), [("2026-11-20", True), ("2026-11-21", False), ("none", False)])
def test_support_lasts_to_the_end_of_its_last_day(end: str, past: bool) -> None:
    assert database({"engine_eol_date": end})["past_support"] is past


def test_a_date_that_no_calendar_has_is_corrupt() -> None:
    assert reason(database({"engine_eol_date": "2026-02-31"}), "past_support") == "corrupt"


def test_rules_of_a_provider_that_demands_tls_allow_no_clear_text() -> None:
    assert database({"hosting": "aws", "tls_required": True})["plaintext_auth_rules"] == []


@pytest.mark.parametrize(
    "facts",
    [
        {"hosting": "aws"},
        {"hosting": "aws", "tls_required": False},
        {"hosting": "self_hosted", "tls_required": True},
    ],
)
def test_other_rules_stay_unread(facts: dict[str, Any]) -> None:
    denied = {"field": "plaintext_auth_rules", "reason": "denied"}
    assert reason(database({**facts, "unread": [denied]}), "plaintext_auth_rules") == "denied"


def test_country_follows_from_the_region() -> None:
    assert database({"region": "cn-north-1"})["country"] == "CN"


def test_end_of_support_of_aurora_depends_on_its_dialect() -> None:
    aurora = {"engine": "aurora", "engine_version": "8.0.mysql_aurora.3.08.2", "hosting": "aws"}
    assert database(aurora | {"engine_family": "mysql"})["engine_eol_date"] == "2028-04-30"
    assert reason(database(aurora), "engine_eol_date") == "not_in_source"
    found = database({"engine": "aurora", "engine_family": "postgresql", "engine_version": "16.4", "hosting": "aws"})
    assert found["engine_eol_date"] == "2029-02-28"


@pytest.mark.parametrize(
    ("last", "least", "most"),
    [
        ("2026-11-21T02:00:00+08:00", 10, 10),
        ("2026-11-19T12:00:00+08:00", 48, 48),
        ("2026-11-19T11:59:00+08:00", 49, 49),
        ("2026-11-20", 12, 36),
        ("2026-11-22T12:00:00+08:00", -24, -24),
        ("never", "never", "never"),
    ],
)
def test_a_backup_has_the_age_of_its_instant_or_of_its_whole_day(last: str, least: object, most: object) -> None:
    found = database({"last_backup_at": last})
    assert (found["backup_age_min_hours"], found["backup_age_max_hours"]) == (least, most)


def test_the_age_of_a_backup_has_the_reason_of_its_time() -> None:
    later = {"field": "last_backup_at", "reason": "known_after_apply"}
    assert reason(database({"unread": [later]}), "backup_age_max_hours") == "known_after_apply"
