"""Level of the source, days of keeping, and whether all vendors behind the takers are in sight."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import backup, vendor


def derived(facts: dict[str, Any], complete: Any = ("vendor",), **others: Any) -> dict[str, Any]:
    """Return the backup with its derived facts."""
    derivations = {"backup": backup.DERIVED, "vendor": vendor.DERIVED}
    return FakeView(derivations, {"backup": [{"id": "b", **facts}], **others}, complete).whole("backup", "b")


@pytest.mark.parametrize("kind", ["database_instance", "storage_bucket"])
def test_the_level_is_that_of_the_source(kind: str) -> None:
    assert derived({"source_id": "s"}, **{kind: [{"id": "s", "data_level": "sensitive"}]})["data_level"] == "sensitive"


def test_a_source_that_is_gone_has_no_level() -> None:
    assert reason(derived({"source_id": "s"}), "data_level") == "not_in_source"


def test_why_the_source_was_not_read_is_why_the_level_was_not() -> None:
    unread = {"unread": [{"field": "source_id", "reason": "denied"}]}
    assert reason(derived(unread), "data_level") == "denied"


@pytest.mark.parametrize(
    ("day", "deleted"), [("none", False), ("2026-11-20", True), ("2026-11-21", True), ("2026-11-22", False)]
)
def test_a_copy_is_deleted_from_its_day_on(day: str, deleted: bool) -> None:
    assert derived({"deleted_at": day})["is_deleted"] is deleted


def test_that_a_copy_was_deleted_is_not_known_without_a_day() -> None:
    assert reason(derived({}), "is_deleted") == "not_in_source"


def test_keeping_is_counted_in_days_of_the_estate() -> None:
    found = derived({"created_at": "2026-01-01T20:00:00Z", "expires_at": "2026-01-12"})
    assert found["retention_days"] == 10


def test_a_copy_without_expiry_is_kept_for_ever() -> None:
    assert derived({"expires_at": "none"})["retention_days"] == "none"


def test_days_that_the_source_gives_stand() -> None:
    assert derived({"retention_days": 7, "created_at": "2026-01-01", "expires_at": "2027-01-01"})["retention_days"] == 7


def test_keeping_needs_both_days() -> None:
    unread = [{"field": "created_at", "reason": "timeout"}]
    assert reason(derived({"expires_at": "2026-12-01", "unread": unread}), "retention_days") == "timeout"
    assert reason(derived({"created_at": "2026-01-01"}), "retention_days") == "not_in_source"


def test_a_copy_whose_dates_follow_deployment_is_planned() -> None:
    assert derived({"unread": [{"field": "created_at", "reason": "known_after_apply"}]})["is_planned"] is True
    assert derived({"created_at": "2026-01-01"})["is_planned"] is False


def test_a_copy_that_is_shared_with_nobody_needs_no_register() -> None:
    assert derived({"shared_with": []}, complete=())["vendor_accounts_read"] is True


@pytest.mark.parametrize(
    ("facts", "read"),
    [({"cloud_account_ids": []}, True), ({"status": "ended"}, True), ({"status": "active"}, False)],
)
def test_a_vendor_that_does_not_state_its_accounts_may_be_behind_any(facts: dict[str, Any], read: bool) -> None:
    found = derived({"shared_with": ["111122223333"]}, vendor=[{"id": "v", **facts}])
    assert found.get("vendor_accounts_read", False) is read


def test_vendors_out_of_sight_may_be_behind_any_account() -> None:
    found = derived({"shared_with": ["111122223333"]}, complete=())
    assert reason(found, "vendor_accounts_read") == "partial"
    assert reason(derived({}), "vendor_accounts_read") == "not_in_source"
