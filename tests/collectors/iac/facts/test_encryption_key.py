"""Facts of declared keys: kind, origin, state, rotation."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import Record, known_later, resource, why
from support.stating import only, stated

from collectors.iac.declared import Declared
from collectors.iac.facts import encryption_key
from collectors.iac.value import Hidden, Unknown

LATER = Unknown()
ARN = "arn:aws:kms:eu-central-1:210987654321:key/1a2b"


def key(action: Any = "create", type_: str = "aws_kms_key", **values: Any) -> Declared:
    return resource(f"{type_}.k", action, **values)


def facts(*args: Any, **values: Any) -> Record:
    return only(encryption_key, key(*args, **values))


def test_a_new_key_lies_at_its_address_and_has_what_the_service_gives_it() -> None:
    found = facts(enable_key_rotation=True)
    assert found["id"] == "tf:aws_kms_key.k"
    assert found["place"]["address"] == "aws_kms_key.k"
    expected = {
        "provider": "aws_kms",
        "manager": "customer",
        "algorithm": "SYMMETRIC_DEFAULT",
        "key_kind": "symmetric_encryption",
        "material_origin": "managed",
        "state": "enabled",
        "rotation_enabled": True,
        "rotation_period_days": 365,
    }
    assert expected.items() <= found.items()
    assert found["basis_of"]["rotation_period_days"] == "provider_default"
    assert "rotation_enabled" not in found["basis_of"]


def test_a_key_that_is_there_has_the_id_of_a_live_one() -> None:
    alias = resource(
        "aws_kms_alias.a", name="alias/crm", arn=ARN.replace("key/1a2b", "alias/crm"), target_key_id="1a2b"
    )
    found = only(encryption_key, key("no-op", key_id="1a2b", arn=ARN), alias)
    assert found["id"] == "aws:210987654321:eu-central-1:kms:key/1a2b"
    assert {ARN, ARN.replace("key/1a2b", "alias/crm")} <= set(found["aliases"])


@pytest.mark.parametrize(
    ("spec", "kind"), [("RSA_3072", "asymmetric"), ("ECC_NIST_P256", "asymmetric"), ("HMAC_256", "hmac")]
)
@pytest.mark.parametrize("argument", ["customer_master_key_spec", "key_spec"])
def test_the_spec_names_the_kind(argument: str, spec: str, kind: str) -> None:
    found = facts(**{argument: spec})
    assert (found["algorithm"], found["key_kind"]) == (spec, kind)


def test_the_use_names_the_kind_of_a_spec_that_is_not_known() -> None:
    found = facts(customer_master_key_spec=LATER, key_usage="SIGN_VERIFY")
    assert found["key_kind"] == "asymmetric"
    assert why(found, "algorithm") == "known_after_apply"
    assert why(facts(customer_master_key_spec=LATER, key_usage="ENCRYPT_DECRYPT"), "key_kind") == "known_after_apply"


@pytest.mark.parametrize(
    ("values", "origin"),
    [
        ({"custom_key_store_id": "cks-1"}, "custom_store"),
        ({"xks_key_id": "1"}, "custom_store"),
        ({"origin": "EXTERNAL"}, "imported"),
        ({"origin": "AWS_KMS"}, "managed"),
        ({"type_": "aws_kms_external_key"}, "imported"),
    ],
)
def test_the_origin_of_the_material(values: dict[str, Any], origin: str) -> None:
    assert facts(**values)["material_origin"] == origin


@pytest.mark.parametrize("values", [{"custom_key_store_id": LATER}, {"origin": LATER}, {"origin": "ELSEWHERE"}])
def test_an_origin_that_is_not_known_is_unread(values: dict[str, Any]) -> None:
    assert why(facts(**values), "material_origin") == "known_after_apply"


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"is_enabled": False}, "disabled"),
        ({"is_enabled": True}, "enabled"),
        ({"type_": "aws_kms_external_key", "enabled": True}, "enabled"),
        ({"type_": "aws_kms_external_key", "key_material_base64": Hidden("literal")}, "enabled"),
        ({"type_": "aws_kms_external_key", "key_state": "PendingDeletion"}, "pending_deletion"),
    ],
)
def test_the_state(values: dict[str, Any], state: str) -> None:
    assert facts(**values)["state"] == state


def test_a_state_that_is_not_settled_is_unread() -> None:
    assert why(facts(is_enabled=LATER), "state") == "known_after_apply"
    assert why(facts("no-op"), "state") == "known_after_apply"
    assert why(facts(type_="aws_kms_external_key"), "state") == "known_after_apply"


def test_rotation_is_off_unless_it_is_on() -> None:
    found = facts(rotation_period_in_days=90)
    assert (found["rotation_enabled"], found["rotation_period_days"]) == (False, 0)
    assert facts(enable_key_rotation=True, rotation_period_in_days=90)["rotation_period_days"] == 90


def test_rotation_that_is_not_known_is_unread() -> None:
    found = facts(enable_key_rotation=LATER)
    assert why(found, "rotation_enabled") == "known_after_apply"
    found = facts(enable_key_rotation=True, rotation_period_in_days=LATER)
    assert why(found, "rotation_period_days") == "known_after_apply"
    assert why(facts("no-op", enable_key_rotation=True), "rotation_period_days") == "not_in_source"


def test_a_replica_is_made_and_rotates_as_the_key_that_it_copies() -> None:
    primary = key(enable_key_rotation=True, rotation_period_in_days=180, multi_region=True)
    copy = resource("aws_kms_replica_key.r", primary_key_arn=known_later("aws_kms_key.k", "arn"))
    _, found = stated(encryption_key, primary, copy)
    assert (found["rotation_period_days"], found["material_origin"]) == (180, "managed")
    assert found["key_kind"] == "symmetric_encryption"


def test_a_replica_of_a_key_elsewhere_has_unread_facts() -> None:
    found = only(encryption_key, resource("aws_kms_replica_key.r", primary_key_arn=ARN))
    for field in ("algorithm", "key_kind", "material_origin", "rotation_enabled", "rotation_period_days"):
        assert why(found, field) == "not_in_source"
    found = only(encryption_key, resource("aws_kms_replica_external_key.r", primary_key_arn=LATER))
    assert found["material_origin"] == "imported"
    assert why(found, "rotation_enabled") == "known_after_apply"


def test_tags_tell_the_environment() -> None:
    assert facts(tags={"environment": "test"})["env"] == "nonprod"
