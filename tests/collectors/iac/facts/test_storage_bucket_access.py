"""Who may reach a bucket of code: the public access block, ownership, the ACL."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_buckets import ACCOUNT, bucket, known_later, looked, one, resource, setting, why

from collectors.iac.value import Unknown

NAMES = ("block_public_acls", "ignore_public_acls", "block_public_policy", "restrict_public_buckets")
ALL_ON: dict[str, Any] = dict.fromkeys(NAMES, True)
GROUP = "http://acs.amazonaws.com/groups/global/"
OWN, STRANGER = "a" * 64, "b" * 64


def block(**values: Any) -> Any:
    return setting("public_access_block", **values)


def account_block(**values: Any) -> Any:
    return resource("aws_s3_account_public_access_block.all", **ALL_ON, **values)


def grants(*grantees: dict[str, Any], owner: str = OWN) -> Any:
    listed = [{"permission": "READ", "grantee": [grantee]} for grantee in grantees]
    return setting("acl", access_control_policy=[{"owner": [{"id": owner}], "grant": listed}])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (ALL_ON, "full"),
        (dict.fromkeys(NAMES, "true"), "full"),
        (ALL_ON | {"restrict_public_buckets": False}, "partial"),
        ({"block_public_acls": True}, "partial"),
        ({}, "none"),
    ],
)
def test_what_a_block_leaves_out_is_off(values: dict[str, Any], expected: str) -> None:
    assert one(bucket(), block(**values))["public_access_block"] == expected


def test_a_block_with_a_setting_that_is_not_known_is_unread() -> None:
    assert why(one(bucket(), block(**ALL_ON | {"block_public_acls": Unknown()})), "public_access_block") == (
        "known_after_apply"
    )


def test_the_block_of_the_account_counts_as_that_of_the_bucket() -> None:
    assert one(bucket(), block(), account_block())["public_access_block"] == "full"
    assert one(bucket(), block(), account_block(account_id=ACCOUNT))["public_access_block"] == "full"
    assert one(bucket(), block(), account_block(account_id="999988887777"))["public_access_block"] == "none"


def test_the_block_of_an_account_may_be_that_of_an_unnamed_one() -> None:
    found = one(bucket(), block(), account_block(account_id="999988887777"), account=None)
    assert why(found, "public_access_block") == "not_in_source"
    assert one(bucket(), block(), account_block(), account=None)["public_access_block"] == "full"


def test_a_block_of_the_account_that_is_not_known_is_unread() -> None:
    unknown = resource("aws_s3_account_public_access_block.all", block_public_acls=Unknown())
    assert why(one(bucket(), block(), unknown), "public_access_block") == "known_after_apply"
    assert one(bucket(), block(**ALL_ON), unknown)["public_access_block"] == "full"


@pytest.mark.parametrize(
    ("acl", "public"),
    [
        ("private", False),
        ("public-read", True),
        ("public-read-write", True),
        ("authenticated-read", True),
        ("log-delivery-write", False),
        ("bucket-owner-full-control", False),
    ],
)
def test_a_canned_acl_counts_whether_separate_or_inline(acl: str, public: bool) -> None:
    for found in (one(bucket(), setting("acl", acl=acl)), one(bucket(acl=acl))):
        assert (found["acl_public"], found["external_principals"]) == (public, [])
        assert "acl_public" not in found["basis_of"]


@pytest.mark.parametrize(
    ("ownership", "public"),
    [("BucketOwnerEnforced", False), ("BucketOwnerPreferred", True), ("ObjectWriter", True)],
)
def test_lists_have_no_effect_where_the_bucket_owner_owns_every_object(ownership: str, public: bool) -> None:
    owned = setting("ownership_controls", rule=[{"object_ownership": ownership}])
    assert one(bucket(), setting("acl", acl="public-read"), owned)["acl_public"] is public


@pytest.mark.parametrize(
    ("grantee", "public", "outsiders"),
    [
        ({"type": "Group", "uri": GROUP + "AllUsers"}, True, []),
        ({"type": "Group", "uri": GROUP + "AuthenticatedUsers"}, True, []),
        ({"type": "CanonicalUser", "id": OWN}, False, []),
        ({"type": "CanonicalUser", "id": STRANGER}, False, [STRANGER]),
        ({"type": "AmazonCustomerByEmail", "email_address": "a@b.example"}, False, ["a@b.example"]),
    ],
)
def test_grants_are_read_one_by_one(grantee: dict[str, Any], public: bool, outsiders: list[str]) -> None:
    found = one(bucket(), grants(grantee))
    assert (found["acl_public"], found["external_principals"]) == (public, outsiders)


def test_a_grantee_that_is_not_known_leaves_the_list_unread() -> None:
    found = one(bucket(), grants({"type": "CanonicalUser", "id": Unknown()}))
    assert why(found, "acl_public") == why(found, "external_principals") == "known_after_apply"


def test_inline_grants_to_the_own_account_are_no_grants_to_others() -> None:
    full = {"type": "CanonicalUser", "id": OWN, "permissions": ["FULL_CONTROL"]}
    reader = {"type": "CanonicalUser", "id": STRANGER, "permissions": ["READ"]}
    assert one(bucket(grant=[full, reader]))["external_principals"] == [STRANGER]
    assert one(bucket(grant=[full]))["acl_public"] is False


def test_the_own_canonical_id_may_be_looked_up() -> None:
    looked_up = looked("data.aws_canonical_user_id.me", id=OWN)
    full = [{"type": "CanonicalUser", "id": id_, "permissions": ["FULL_CONTROL"]} for id_ in (OWN, STRANGER)]
    assert one(bucket(grant=full), looked_up)["external_principals"] == [STRANGER]


def test_an_acl_whose_bucket_is_not_known_may_make_any_bucket_public() -> None:
    stray = setting("acl", bucket=known_later("random_pet.name"), acl="public-read")
    assert why(one(bucket(), stray), "acl_public") == "known_after_apply"
