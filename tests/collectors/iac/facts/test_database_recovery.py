"""Backups of declared databases and their protection against deletion."""

from __future__ import annotations

import pytest
from support.declared_backups import why
from support.declared_databases import cluster, first, instance

from collectors.iac.value import Unknown


@pytest.mark.parametrize(("days", "enabled"), [(14, True), ("7", True), (0, False)])
def test_the_days_of_keeping_say_whether_backups_run(days: object, enabled: bool) -> None:
    found = first(instance(backup_retention_period=days))
    assert found["backup_retention_days"] == int(str(days))
    assert found["backup_enabled"] is enabled


def test_a_new_database_keeps_backups_for_a_day_unless_it_is_told_otherwise() -> None:
    found = first(cluster())
    assert (found["backup_retention_days"], found["backup_enabled"]) == (1, True)
    assert found["basis_of"]["backup_retention_days"] == "provider_default"


def test_of_others_the_code_does_not_tell() -> None:
    for declared in (instance(action="update"), instance(replicate_source_db="other")):
        found = first(declared)
        assert why(found, "backup_enabled") == why(found, "backup_retention_days") == "not_in_source"


def test_days_that_are_not_known_are_unread() -> None:
    assert why(first(instance(backup_retention_period=Unknown())), "backup_enabled") == "known_after_apply"


def test_the_last_backup_is_known_only_after_deployment() -> None:
    assert why(first(instance()), "last_backup_at") == "known_after_apply"


def test_protection_is_off_unless_it_is_asked_for() -> None:
    found = first(instance())
    assert found["deletion_protection"] is False
    assert found["basis_of"]["deletion_protection"] == "provider_default"


@pytest.mark.parametrize("protected", [True, False])
def test_protection_is_read(protected: bool) -> None:
    found = first(cluster(deletion_protection=protected))
    assert found["deletion_protection"] is protected
    assert "deletion_protection" not in found.get("basis_of", {})


def test_protection_of_what_is_there_already_may_have_been_set_by_hand() -> None:
    assert why(first(instance(action="no-op")), "deletion_protection") == "not_in_source"
    assert why(first(instance(deletion_protection=Unknown())), "deletion_protection") == "known_after_apply"
