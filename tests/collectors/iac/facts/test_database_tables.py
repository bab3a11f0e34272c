"""Tables of DynamoDB that code declares."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import known_later, resource, why
from support.declared_databases import first

from collectors.iac.declared import Action, Declared
from collectors.iac.value import Unknown


def table(action: Action = "create", **values: Any) -> Declared:
    return resource("aws_dynamodb_table.t", action, name="t", **values)


def test_a_new_table_is_encrypted_by_the_service() -> None:
    found = first(table())
    assert (found["engine"], found["at_rest_encryption"]) == ("dynamodb", "provider_default")
    assert found["basis_of"]["at_rest_encryption"] == "provider_default"


@pytest.mark.parametrize(
    ("block", "mode"),
    [
        ({"enabled": True}, "kms_managed"),
        ({"enabled": True, "kms_key_arn": "alias/aws/dynamodb"}, "kms_managed"),
        ({"enabled": True, "kms_key_arn": "arn:aws:kms:eu-central-1:210987654321:key/k"}, "kms_customer"),
        ({"enabled": False}, "provider_default"),
    ],
)
def test_a_setting_names_the_key(block: dict[str, Any], mode: str) -> None:
    assert first(table(server_side_encryption=[block]))["at_rest_encryption"] == mode


def test_a_key_of_the_same_code_is_found() -> None:
    block = {"enabled": True, "kms_key_arn": known_later("aws_kms_key.k", "arn")}
    assert first(table(server_side_encryption=[block]), resource("aws_kms_key.k"))["kms_key_id"] == "tf:aws_kms_key.k"


def test_a_setting_that_is_not_known_is_unread() -> None:
    for block in (Unknown(), [{"enabled": Unknown()}]):
        assert why(first(table(server_side_encryption=block)), "at_rest_encryption") == "known_after_apply"


def test_a_table_that_is_there_already_tells_its_own_setting() -> None:
    assert first(table("no-op", server_side_encryption=[]))["at_rest_encryption"] == "provider_default"
    assert why(first(table("no-op")), "at_rest_encryption") == "not_in_source"


def test_recovery_is_off_unless_it_is_asked_for() -> None:
    found = first(table())
    assert found["backup_enabled"] is False
    assert "backup_retention_days" not in found


@pytest.mark.parametrize(("days", "kept"), [(None, 35), (7, 7)])
def test_recovery_reaches_back_as_far_as_it_is_told(days: int | None, kept: int) -> None:
    found = first(table(point_in_time_recovery=[{"enabled": True, "recovery_period_in_days": days}]))
    assert (found["backup_enabled"], found["backup_retention_days"]) == (True, kept)


def test_recovery_that_is_not_known_is_unread() -> None:
    block = {"enabled": True, "recovery_period_in_days": Unknown()}
    assert why(first(table(point_in_time_recovery=[block])), "backup_retention_days") == "known_after_apply"
    assert why(first(table(point_in_time_recovery=Unknown())), "backup_enabled") == "known_after_apply"


@pytest.mark.parametrize("declared", [table("update"), table(restore_source_name="other")])
def test_recovery_of_what_is_not_made_empty_is_unread(declared: Declared) -> None:
    assert why(first(declared), "backup_enabled") == "not_in_source"


@pytest.mark.parametrize(("protected", "answer"), [(None, False), (True, True)])
def test_protection_is_off_unless_it_is_asked_for(protected: bool | None, answer: bool) -> None:
    assert first(table(deletion_protection_enabled=protected))["deletion_protection"] is answer
