"""With whom snapshots and images of code are shared."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import known_later, one, resource, why

from collectors.iac.value import Unknown

PARTNER = "111122223333"


def shared(accounts: Any) -> dict[str, Any]:
    return one(resource("aws_db_snapshot.s", db_snapshot_identifier="s", shared_accounts=accounts))


def disk(*permissions: Any) -> dict[str, Any]:
    return one(resource("aws_ebs_snapshot.s", id="snap-1"), *permissions)


def permission(snapshot: object = "snap-1", **values: Any) -> Any:
    return resource("aws_snapshot_create_volume_permission.p", snapshot_id=snapshot, **values)


def image(**values: Any) -> dict[str, Any]:
    launch = resource("aws_ami_launch_permission.p", image_id=known_later("aws_ami.i"), **values)
    return one(resource("aws_ami.i"), launch)


@pytest.mark.parametrize(
    ("accounts", "public", "others"),
    [(["all"], True, []), ([PARTNER, "all"], True, [PARTNER]), ([PARTNER], False, [PARTNER]), ([], False, [])],
)
def test_accounts_are_read_as_they_are_written(accounts: list[str], public: bool, others: list[str]) -> None:
    found = shared(accounts)
    assert (found["is_public"], found["shared_with"]) == (public, others)


def test_a_new_snapshot_is_shared_with_nobody_by_the_default_of_the_service() -> None:
    found = shared(None)
    assert (found["is_public"], found["shared_with"]) == (False, [])
    assert found["basis_of"]["is_public"] == found["basis_of"]["shared_with"] == "provider_default"


def test_a_snapshot_that_is_there_already_may_be_shared() -> None:
    found = one(resource("aws_db_snapshot.s", "no-op"))
    assert why(found, "is_public") == why(found, "shared_with") == "not_in_source"


def test_accounts_that_are_not_known_leave_sharing_open() -> None:
    found = shared(Unknown())
    assert why(found, "is_public") == why(found, "shared_with") == "known_after_apply"


def test_permissions_of_their_own_belong_to_their_snapshot() -> None:
    found = disk(permission(account_id=PARTNER))
    assert (found["is_public"], found["shared_with"]) == (False, [PARTNER])


def test_a_permission_whose_snapshot_is_not_known_may_be_about_any() -> None:
    found = disk(permission(Unknown(), account_id=PARTNER))
    assert why(found, "is_public") == why(found, "shared_with") == "known_after_apply"


def test_a_permission_to_everybody_stands_beside_one_that_is_not_known() -> None:
    found = disk(permission(account_id=Unknown()), permission(account_id="all"))
    assert found["is_public"] is True
    assert why(found, "shared_with") == "known_after_apply"


def test_an_image_for_the_group_of_all_is_public() -> None:
    assert image(group="all")["is_public"] is True


def test_an_image_for_an_account_is_shared_with_it() -> None:
    assert image(account_id=PARTNER)["shared_with"] == [PARTNER]


def test_accounts_of_an_organisation_are_not_told() -> None:
    found = image(organization_arn="arn:aws:organizations::210987654321:organization/o-1")
    assert why(found, "is_public") == why(found, "shared_with") == "unsupported"


@pytest.mark.parametrize("copy", ["ami-elsewhere", Unknown()])
def test_a_permission_on_a_copy_of_other_code_is_a_record_of_its_own(copy: object) -> None:
    found = one(resource("aws_ami_launch_permission.p", image_id=copy, group="all"))
    assert (found["is_public"], found["kind"]) == (True, "machine_image")


def test_what_a_single_permission_opens_is_open_to_its_account_only() -> None:
    found = one(permission("snap-elsewhere", account_id=PARTNER))
    assert (found["is_public"], found["shared_with"]) == (False, [PARTNER])
    assert "encrypted" not in found
