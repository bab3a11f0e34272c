"""A grant: the account and the vendor that hold it, the end of that vendor, the level of what it reaches."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import access_grant, credential

DERIVED = {"access_grant": access_grant.DERIVED, "credential": credential.DERIVED}
ARN = "arn:aws-cn:iam::123456789012:role/reader"

Found = dict[str, Any]


def grant(complete: tuple[str, ...] = (), vendor: Found | None = None, **facts: Any) -> Found:
    records: dict[str, list[Found]] = {
        "access_grant": [{"id": "g", **facts}],
        "identity_account": [{"id": "a", "vendor_id": "v"}, {"id": "b", "vendor_id": "none"}, {"id": "c"}],
        "database_role": [{"id": "r", "account_id": "a"}, {"id": "s", "account_id": "none"}, {"id": "t"}],
        "storage_bucket": [{"id": "x", "data_level": "sensitive"}, {"id": "y"}],
        "vendor": [{"id": "v", **(vendor or {})}],
    }
    return FakeView(DERIVED, records, complete).whole("access_grant", "g")


def of_vendor(**facts: Any) -> Found:
    return grant(vendor=facts, principal_type="account", principal_id="a")


@pytest.mark.parametrize(("kind", "name"), [("account", "a"), ("database_role", "r")])
def test_account_and_vendor_are_found_directly_and_through_a_role(kind: str, name: str) -> None:
    found = grant(principal_type=kind, principal_id=name)
    assert (found["holder_account_id"], found["holder_vendor_id"]) == ("a", "v")


@pytest.mark.parametrize(
    ("kind", "name", "account"),
    [("account", "b", "b"), ("database_role", "s", "none"), ("group", "g", "none"), ("public", "*", "none")],
)
def test_no_vendor_where_the_principal_has_none(kind: str, name: str, account: str) -> None:
    found = grant(principal_type=kind, principal_id=name)
    assert (found["holder_account_id"], found["holder_vendor_id"]) == (account, "none")
    assert (found["vendor_over"], found["vendor_end_at"], found["hours_since_vendor_end"]) == (
        False,
        "none",
        "none",
    )


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"principal_type": "account"},
        {"principal_type": "account", "principal_id": "unheard"},
        {"principal_type": "database_role", "principal_id": "unheard"},
        {"principal_type": "database_role", "principal_id": "t"},
        {"principal_type": "account", "principal_id": "c"},
        {"principal_type": "external"},
    ],
)
def test_the_vendor_is_open_while_a_step_to_it_was_not_read(facts: Found) -> None:
    assert reason(grant(complete=("identity_account", "database_role"), **facts), "holder_vendor_id")


@pytest.mark.parametrize("principal", [ARN, "123456789012"])
def test_a_vendor_outside_is_known_by_its_cloud_account(principal: str) -> None:
    vendor = {"cloud_account_ids": ["123456789012"]}
    found = grant(vendor=vendor, principal_type="external", principal_id=principal)
    assert (found["holder_account_id"], found["holder_vendor_id"]) == ("none", "v")


def test_nobody_holds_an_account_that_a_whole_register_does_not_name() -> None:
    facts: Found = {"vendor": {"cloud_account_ids": []}, "principal_type": "external", "principal_id": ARN}
    assert grant(complete=("vendor",), **facts)["holder_vendor_id"] == "none"
    assert reason(grant(**facts), "holder_vendor_id") == "partial"


def test_a_vendor_whose_accounts_were_not_read_may_hold_it() -> None:
    found = grant(complete=("vendor",), principal_type="external", principal_id=ARN)
    assert reason(found, "holder_vendor_id") == "partial"


@pytest.mark.parametrize(
    "facts",
    [
        {"status": "ended"},
        {"relationship_end_date": "2026-11-20"},
        {"status": "active", "relationship_end_date": "2026-11-20"},
    ],
)
def test_a_vendor_is_over_by_status_or_by_date(facts: Found) -> None:
    assert of_vendor(**facts)["vendor_over"] is True


@pytest.mark.parametrize("end", ["none", "2026-11-21"])
def test_a_vendor_is_bound_until_its_last_day_is_over(end: str) -> None:
    assert of_vendor(status="offboarding", relationship_end_date=end)["vendor_over"] is False


@pytest.mark.parametrize("facts", [{"status": "active"}, {"relationship_end_date": "none"}])
def test_the_end_is_open_while_status_or_date_was_not_read(facts: Found) -> None:
    assert reason(of_vendor(**facts), "vendor_over") == "not_in_source"


def test_the_end_is_counted_from_the_end_of_the_last_day() -> None:
    found = of_vendor(status="ended", relationship_end_date="2026-11-20")
    assert (found["vendor_end_at"], found["vendor_end_day"]) == ("2026-11-21T00:00:00+08:00", 20777)
    assert found["hours_since_vendor_end"] == 12


def test_nothing_is_counted_without_an_end_date() -> None:
    found = of_vendor(status="ended", relationship_end_date="none")
    assert (found["vendor_end_at"], found["vendor_end_day"], found["hours_since_vendor_end"]) == ("none",) * 3


def test_the_level_is_that_of_what_the_grant_reaches() -> None:
    assert grant(resource_type="storage_bucket", resource_id="x")["data_level"] == "sensitive"


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"resource_type": "storage_bucket"},
        {"resource_type": "storage_bucket", "resource_id": "y"},
        {"resource_type": "storage_bucket", "resource_id": "*"},
        {"resource_type": "storage_bucket", "resource_id": "none"},
    ],
)
def test_the_level_is_open_where_it_is_not_that_of_one_known_thing(facts: Found) -> None:
    assert reason(grant(complete=("storage_bucket",), **facts), "data_level") == "not_in_source"


def test_the_last_use_of_grants_and_credentials_is_counted_in_days() -> None:
    assert grant(last_used_at="2026-11-20T08:00:00+08:00")["days_since_last_used"] == 1
    view = FakeView(DERIVED, {"credential": [{"id": "k", "last_used_at": "never"}]})
    assert view.whole("credential", "k")["days_since_last_used"] == "never"


@pytest.mark.parametrize(
    ("principal", "own", "accounts", "relation"),
    [
        ("111122223333", "111122223333", [], "same_account"),
        ("arn:aws:iam::111122223333:root", "111122223333", [], "same_account"),
        ("555566667777", "111122223333", [], "external"),
        ("555566667777", "111122223333", ["555566667777"], "same_organization"),
        ("arn:aws-cn:iam::555566667777:role/x", None, ["555566667777"], "same_organization"),
        ("555566667777", None, ["111122223333"], "external"),
    ],
)
def test_an_account_that_a_role_trusts_is_compared_with_the_own_ones(
    principal: str, own: str | None, accounts: list[str], relation: str
) -> None:
    assert trust(principal, own, accounts)["trust_relation"] == relation


def test_without_any_own_account_the_relation_is_not_known() -> None:
    assert "trust_relation" not in trust("555566667777", None, [])


@pytest.mark.parametrize("principal", ["*", "<?>", "ec2.amazonaws.com"])
def test_what_is_no_account_has_no_relation_of_its_own(principal: str) -> None:
    assert "trust_relation" not in trust(principal, "111122223333", [])


@pytest.mark.parametrize(("accounts", "type_"), [([], "external"), (["555566667777"], None)])
def test_a_role_that_trusts_another_account_is_assumed_from_outside(accounts: list[str], type_: str | None) -> None:
    assert trust("555566667777", "111122223333", accounts).get("principal_type") == type_


def test_other_grants_have_no_relation() -> None:
    assert "trust_relation" not in grant(principal_type="external", principal_id=ARN, is_role_trust=False)


def trust(principal: str, own: str | None, accounts: list[str]) -> Found:
    facts: Found = {"is_role_trust": True, "principal_id": principal}
    if own is not None:
        facts["resource_account_id"] = own
    records = {"access_grant": [{"id": "g", **facts}], "organization": [{"id": "o", "cloud_account_ids": accounts}]}
    return FakeView(DERIVED, records, ()).whole("access_grant", "g")


@pytest.mark.parametrize(("day", "days"), [("2026-11-01", 20), ("unknown", "unknown")])
def test_days_since_a_grant(day: str, days: object) -> None:
    assert grant(granted_at=day)["days_since_granted"] == days
    assert reason(grant(), "days_since_granted") == "not_in_source"
