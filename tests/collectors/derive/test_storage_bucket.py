"""Where assets lie in a bucket, whether its lifecycle was read, and whose accounts it lets in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import data_asset, storage_bucket

DERIVED = {"storage_bucket": storage_bucket.DERIVED, "data_asset": data_asset.DERIVED}
WHOLE = ("data_asset", "lifecycle_rule", "vendor")


def bucket(
    facts: dict[str, Any] | None = None,
    rules: Sequence[dict[str, Any]] = (),
    complete: Sequence[str] = WHOLE,
    **others: Sequence[dict[str, Any]],
) -> dict[str, Any]:
    """Return the bucket with its derived facts."""
    lifecycle = [{"id": f"l{n}", "bucket_id": "b", **rule} for n, rule in enumerate(rules)]
    records = {"storage_bucket": [{"id": "b", **(facts or {})}], "lifecycle_rule": lifecycle, **others}
    return FakeView(DERIVED, records, complete).whole("storage_bucket", "b")


def prefixes(**asset: Any) -> object:
    """Return where an asset lies in the bucket."""
    facts = {"aliases": ["arn:aws:s3:::b"]}
    return bucket(facts, data_asset=[{"id": "a", "location_ids": ["b"], **asset}])["asset_prefixes"]


def test_an_asset_fills_its_prefix_by_id_or_alias_of_the_bucket() -> None:
    assert prefixes(bucket_prefixes={"b": "crm/"}) == {"a": "crm/"}
    assert prefixes(bucket_prefixes={"arn:aws:s3:::b": "crm/"}) == {"a": "crm/"}


def test_an_asset_without_entry_fills_the_bucket() -> None:
    assert prefixes() == {"a": ""}
    assert prefixes(bucket_prefixes={"other": "crm/"}) == {"a": ""}


def test_an_asset_whose_prefixes_could_not_be_read_is_left_out() -> None:
    assert prefixes(unread=[{"field": "bucket_prefixes", "reason": "corrupt"}]) == {}


@pytest.mark.parametrize(
    ("rules", "state"),
    [((), "none"), (({"enabled": False},), "none"), (({}, {"enabled": True}), "present")],
)
def test_rules_that_were_read_wholly_give_the_state(rules: Sequence[dict[str, Any]], state: str) -> None:
    found = bucket(rules=rules)
    assert (found["lifecycle_state"], found["lifecycle_read"]) == (state, True)


def test_a_rule_that_may_be_on_leaves_the_state_open() -> None:
    found = bucket(rules=[{"unread": [{"field": "enabled", "reason": "known_after_apply"}]}])
    assert reason(found, "lifecycle_state") == "known_after_apply"
    assert found["lifecycle_read"] is True


def test_rules_that_were_read_in_part_give_nothing() -> None:
    found = bucket(rules=[{"enabled": True}], complete=())
    assert reason(found, "lifecycle_state") == "partial"
    assert reason(found, "lifecycle_read") == "partial"


@pytest.mark.parametrize(("state", "rules"), [("none", ()), ("present", ({"enabled": True},)), ("present", ({},))])
def test_a_state_that_the_collector_gave_says_that_all_rules_were_read(
    state: str, rules: Sequence[dict[str, Any]]
) -> None:
    found = bucket({"lifecycle_state": state}, rules, complete=())
    assert (found["lifecycle_state"], found["lifecycle_read"]) == (state, True)


def test_a_state_whose_rules_are_not_there_proves_nothing() -> None:
    assert reason(bucket({"lifecycle_state": "present"}, [{"enabled": False}]), "lifecycle_read") == "partial"


def test_a_lifecycle_that_was_denied_is_unread_though_the_kind_is_complete() -> None:
    found = bucket({"unread": [{"field": "lifecycle_state", "reason": "denied"}]})
    assert reason(found, "lifecycle_state") == "denied"
    assert reason(found, "lifecycle_read") == "denied"


def test_principals_are_tied_to_their_accounts() -> None:
    role, root = "arn:aws-cn:iam::111122223333:role/x", "999900001111"
    found = bucket({"external_principals": [root, role, "*", "logs.example.com", "arn:aws:iam:::user/u"]})
    assert found["principal_accounts"] == {role: "111122223333", root: root}
    assert found["external_account_ids"] == ["111122223333", root]


def test_accounts_are_unread_with_the_policy() -> None:
    found = bucket({"unread": [{"field": "external_principals", "reason": "denied"}]})
    for field in ("principal_accounts", "external_account_ids", "vendor_accounts_read"):
        assert reason(found, field) == "denied"


@pytest.mark.parametrize("vendor", [{"cloud_account_ids": []}, {"status": "ended"}])
def test_a_vendor_that_states_its_accounts_or_has_ended_hides_nothing(vendor: dict[str, Any]) -> None:
    found = bucket({"external_principals": ["111122223333"]}, vendor=[{"id": "v", **vendor}])
    assert found["vendor_accounts_read"] is True


@pytest.mark.parametrize(("vendors", "complete"), [(({"id": "v"},), WHOLE), ((), ())])
def test_a_vendor_may_be_hidden(vendors: Sequence[dict[str, Any]], complete: Sequence[str]) -> None:
    found = bucket({"external_principals": ["111122223333"]}, complete=complete, vendor=vendors)
    assert reason(found, "vendor_accounts_read") == "partial"


def test_no_vendor_is_needed_where_no_account_is_let_in() -> None:
    assert bucket({"external_principals": ["*"]}, complete=())["vendor_accounts_read"] is True
