"""Which cloud accounts the stores of an organisation lie in, and which trails there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import organization

WHOLE = ("storage_bucket", "database_instance", "log_source")
BUCKET = {"id": "b", "provider": "aws_s3", "account_id": "222"}
DATABASE = {"id": "d", "hosting": "aws", "account_id": "111"}


def made(complete: Sequence[str] = WHOLE, **records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the organisation with its derived facts."""
    view = FakeView({"organization": organization.DERIVED}, {"organization": [{"id": "o"}], **records}, complete)
    return view.whole("organization", "o")


def test_accounts_are_those_of_buckets_and_databases_in_a_cloud() -> None:
    own = {"id": "own", "provider": "s3_compatible", "account_id": "local"}
    cellar = {"id": "cellar", "hosting": "self_hosted", "account_id": "cellar"}
    other = {"id": "other", "hosting": "other_cloud", "account_id": "333"}
    found = made(storage_bucket=[BUCKET, own], database_instance=[DATABASE, cellar, other])
    assert found["used_account_ids"] == ["111", "222", "333"]
    assert found["used_accounts_read"] is True


@pytest.mark.parametrize(
    "records",
    [
        {"storage_bucket": [{"id": "b", "provider": "aws_s3"}]},
        {"storage_bucket": [{"id": "b", "account_id": "222"}]},
        {"database_instance": [{"id": "d", "account_id": "111"}]},
    ],
)
def test_a_store_whose_account_or_place_is_not_known_leaves_the_accounts_open(records: dict[str, Any]) -> None:
    assert reason(made(**records), "used_accounts_read") == "partial"


@pytest.mark.parametrize("missing", ["storage_bucket", "database_instance"])
def test_a_kind_that_was_read_in_part_leaves_the_accounts_open(missing: str) -> None:
    found = made([kind for kind in WHOLE if kind != missing], storage_bucket=[BUCKET])
    assert reason(found, "used_accounts_read") == "partial"
    assert found["used_account_ids"] == ["222"]


def test_trails_are_the_sources_of_that_kind() -> None:
    found = made(log_source=[{"id": "t", "kind": "cloud_trail"}, {"id": "g", "kind": "db_audit"}])
    assert (found["trail_ids"], found["trails_read"]) == (["t"], True)


def test_a_source_of_an_unread_kind_may_be_a_trail() -> None:
    assert reason(made(log_source=[{"id": "t"}]), "trails_read") == "partial"
    assert reason(made(["storage_bucket"]), "trails_read") == "partial"
