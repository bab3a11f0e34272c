"""The kind of a key, its age, and who administers and uses it beside the account itself."""

from __future__ import annotations

from typing import Any

import pytest
from support.fake_view import FakeView, reason

from collectors.derive import encryption_key

ACCOUNT = "111122223333"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"


def key(_id: str = "k", **facts: Any) -> dict[str, Any]:
    """Return the key with its derived facts."""
    records = {"encryption_key": [{"id": _id, **facts}]}
    return FakeView({"encryption_key": encryption_key.DERIVED}, records).whole("encryption_key", _id)


@pytest.mark.parametrize(
    ("algorithm", "kind"),
    [
        ("SYMMETRIC_DEFAULT", "symmetric_encryption"),
        ("aes-256", "symmetric_encryption"),
        ("SM4", "symmetric_encryption"),
        ("RSA_3072", "asymmetric"),
        ("ECC_NIST_P256", "asymmetric"),
        ("SM2", "asymmetric"),
        ("HMAC_512", "hmac"),
    ],
)
def test_the_algorithm_names_the_kind(algorithm: str, kind: str) -> None:
    assert key(algorithm=algorithm)["effective_key_kind"] == kind


def test_a_kind_that_was_read_stands() -> None:
    assert key(algorithm="RSA_3072", key_kind="hmac")["effective_key_kind"] == "hmac"


def test_an_unread_or_odd_algorithm_names_no_kind() -> None:
    found = key(unread=[{"field": "algorithm", "reason": "known_after_apply"}])
    assert reason(found, "effective_key_kind") == "known_after_apply"
    assert reason(key(algorithm="ROT13"), "effective_key_kind") == "unsupported"


def test_ages_are_whole_days() -> None:
    found = key(last_rotated_at="never", created_at="2025-11-21")
    assert (found["days_since_rotation"], found["days_since_creation"]) == ("never", 365)


@pytest.mark.parametrize(
    "root", [ROOT, ACCOUNT, f"arn:aws-cn:iam::{ACCOUNT}:root", "arn:aws:iam::<AWS::AccountId>:root"]
)
def test_the_root_of_the_own_account_is_left_out(root: str) -> None:
    found = key(admin_principal_ids=[root, "role/a"], use_principal_ids=[root])
    assert (found["named_administrators"], found["named_users"]) == (["role/a"], [])


def test_the_root_of_another_account_stays() -> None:
    assert key(use_principal_ids=[ROOT], external_principals=[ACCOUNT])["named_users"] == [ROOT]
    assert key("aws:999900001111:eu-west-1:kms:key/1", use_principal_ids=[ROOT])["named_users"] == [ROOT]
    named_by_arn = key(use_principal_ids=[ROOT], aliases=["arn:aws:kms:eu-west-1:999900001111:key/1"])
    assert named_by_arn["named_users"] == [ROOT]


def test_the_own_account_may_stand_in_the_id() -> None:
    assert key(f"aws:{ACCOUNT}:eu-west-1:kms:key/1", use_principal_ids=[ROOT, "*"])["named_users"] == ["*"]


def test_lists_that_were_not_read_give_nothing() -> None:
    found = key(unread=[{"field": "use_principal_ids", "reason": "denied"}])
    assert reason(found, "named_users") == "denied"
    assert reason(found, "named_administrators") == "not_in_source"
    assert reason(found, "principal_accounts") == "not_in_source"
