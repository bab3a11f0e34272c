"""Trails and stores of events of code as sources of logs."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import known_later, resource, why
from support.stating import ACCOUNT, only

from collectors.iac.code import Code
from collectors.iac.declared import Declared
from collectors.iac.facts import log_source
from collectors.iac.facts.buckets.trails import trail_id
from collectors.iac.value import Unknown

LATER = Unknown()
BUCKET = "aws_s3_bucket.b"


def trail(action: Any = "create", **values: Any) -> Declared:
    return resource("aws_cloudtrail.t", action, **{"name": "t", "s3_bucket_name": known_later(BUCKET), **values})


def bucket(action: Any = "create", **values: Any) -> Declared:
    return resource(BUCKET, action, **values)


def test_a_new_trail_is_on_for_one_region_and_account_and_validates_nothing() -> None:
    found = only(log_source, trail(), bucket())
    facts = {"kind": "cloud_trail", "enabled": True, "multi_region": False, "integrity_validation": False}
    assert {**facts, "account_ids": [ACCOUNT], "encrypted": True, "centralised": False}.items() <= found.items()
    assert found["basis_of"]["enabled"] == "provider_default"
    assert why(found, "last_event_at") == "known_after_apply"


def test_a_trail_has_the_id_by_which_buckets_name_it() -> None:
    code = Code([trail()], account=ACCOUNT, region="eu-central-1")
    assert only(log_source, trail())["id"] == trail_id(code, code.resources[0])


def test_what_a_trail_sets_stands() -> None:
    found = only(
        log_source, trail(enable_logging=False, is_multi_region_trail=True, enable_log_file_validation=True), bucket()
    )
    assert (found["enabled"], found["multi_region"], found["integrity_validation"]) == (False, True, True)


def test_defaults_say_nothing_of_a_trail_that_exists() -> None:
    found = only(log_source, trail("no-op"), bucket())
    for field in ("enabled", "multi_region", "integrity_validation", "encrypted"):
        assert why(found, field) == "not_in_source"


def test_a_trail_of_the_organisation_is_central_and_of_all_accounts() -> None:
    found = only(log_source, trail(is_organization_trail=True, s3_bucket_name="elsewhere"))
    assert (found["centralised"], found["account_ids"]) == (True, ["all"])
    assert why(only(log_source, trail(is_organization_trail=LATER), bucket()), "centralised") == "known_after_apply"


def test_a_bucket_of_another_account_is_central() -> None:
    other = Declared("aws_s3_bucket", BUCKET, resource(BUCKET).arguments, {"address": BUCKET}, account="999999999999")
    assert only(log_source, trail(), other)["centralised"] is True


@pytest.mark.parametrize(("name", "reason"), [("elsewhere", "not_in_source"), (LATER, "known_after_apply")])
def test_of_a_bucket_outside_of_the_code_nothing_is_known(name: object, reason: str) -> None:
    found = only(log_source, trail(s3_bucket_name=name))
    assert {why(found, field) for field in ("retention_days", "immutable", "centralised")} == {reason}


def test_a_store_of_events_is_immutable_and_keeps_for_seven_years() -> None:
    store = resource("aws_cloudtrail_event_data_store.s", name="s", organization_enabled=True)
    found = only(log_source, store)
    facts = {"kind": "cloud_trail", "enabled": True, "immutable": True, "encrypted": True, "retention_days": 2555}
    assert {**facts, "multi_region": True, "centralised": True, "account_ids": ["all"]}.items() <= found.items()
    assert only(log_source, resource("aws_cloudtrail_event_data_store.s", suspend=True))["enabled"] is False


def test_an_account_that_is_not_known_is_unread() -> None:
    assert why(only(log_source, trail(), bucket(), account=None), "account_ids") == "not_in_source"


def test_a_key_that_is_named_encrypts() -> None:
    found = only(log_source, trail("no-op", kms_key_id=known_later("aws_kms_key.k", "arn")))
    assert found["encrypted"] is True
