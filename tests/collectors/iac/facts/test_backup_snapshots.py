"""Snapshots and images of code: their source, its encryption, and when they end."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import known_later, one, resource, why

from collectors.iac.value import Unknown

LATER = Unknown()


def database(**values: Any) -> Any:
    return resource("aws_db_instance.d", identifier="d", **values)


def snapshot(**values: Any) -> Any:
    return resource("aws_db_snapshot.s", db_instance_identifier="d", db_snapshot_identifier="s", **values)


def test_a_snapshot_has_the_ids_of_itself_and_of_its_database() -> None:
    found = one(snapshot(), database())
    assert found["id"] == "aws:210987654321:eu-central-1:rds:snapshot/s"
    assert found["source_id"] == "aws:210987654321:eu-central-1:rds:instance/d"
    assert (found["kind"], found["deleted_at"]) == ("snapshot", "none")


def test_a_snapshot_of_a_database_outside_the_code_has_no_source() -> None:
    assert why(one(snapshot()), "source_id") == "not_in_source"


@pytest.mark.parametrize("state", [True, False])
def test_a_snapshot_is_encrypted_as_its_database_is(state: bool) -> None:
    assert one(snapshot(), database(storage_encrypted=state))["encrypted"] is state


def test_a_new_database_without_a_setting_is_not_encrypted() -> None:
    assert one(snapshot(), database())["encrypted"] is False


@pytest.mark.parametrize("restored", ["snapshot_identifier", "replicate_source_db"])
def test_what_a_database_takes_over_may_be_encrypted(restored: str) -> None:
    assert why(one(snapshot(), database(**{restored: "other"})), "encrypted") == "not_in_source"


def test_a_database_that_is_there_already_may_be_encrypted() -> None:
    assert why(one(snapshot(), resource("aws_db_instance.d", "no-op", identifier="d")), "encrypted") == "not_in_source"


def test_a_setting_that_is_not_known_leaves_the_snapshot_open() -> None:
    assert why(one(snapshot(), database(storage_encrypted=LATER)), "encrypted") == "known_after_apply"


def test_what_the_state_says_of_a_snapshot_stands_before_its_source() -> None:
    assert one(snapshot(encrypted=True), database())["encrypted"] is True


@pytest.mark.parametrize("kind", ["rds", "docdb", "neptune"])
def test_a_snapshot_of_a_cluster_follows_the_cluster(kind: str) -> None:
    type_ = "aws_db_cluster_snapshot" if kind == "rds" else f"aws_{kind}_cluster_snapshot"
    cluster = resource(f"aws_{kind}_cluster.c", cluster_identifier="c", storage_encrypted=True)
    found = one(resource(f"{type_}.s", db_cluster_identifier=known_later("aws_" + kind + "_cluster.c")), cluster)
    assert (found["encrypted"], found["source_id"]) == (True, "aws:210987654321:eu-central-1:rds:cluster/c")


def test_a_copy_with_a_key_is_encrypted_whatever_its_source_is() -> None:
    copy = resource("aws_db_snapshot_copy.c", source_db_snapshot_identifier="s", kms_key_id="arn:aws:kms:key")
    found = one(copy, snapshot(), database(storage_encrypted=False))
    assert (found["encrypted"], found["source_id"]) == (True, "aws:210987654321:eu-central-1:rds:instance/d")


def test_a_copy_of_a_disk_may_be_encrypted_by_the_account() -> None:
    disk = resource("aws_ebs_volume.v", encrypted=False)
    plain = resource("aws_ebs_snapshot.s", volume_id=known_later("aws_ebs_volume.v"))
    copy = resource("aws_ebs_snapshot_copy.c", source_snapshot_id=known_later("aws_ebs_snapshot.s"))
    assert one(plain, disk)["encrypted"] is False
    assert why(one(copy, plain, disk), "encrypted") == "not_in_source"


def test_a_copy_of_an_encrypted_disk_is_encrypted_though_it_does_not_ask_for_it() -> None:
    disk = resource("aws_ebs_volume.v", encrypted=True)
    plain = resource("aws_ebs_snapshot.s", volume_id=known_later("aws_ebs_volume.v"))
    copy = resource("aws_ebs_snapshot_copy.c", source_snapshot_id=known_later("aws_ebs_snapshot.s"), encrypted=False)
    assert one(copy, plain, disk)["encrypted"] is True


@pytest.mark.parametrize(
    ("disks", "state"),
    [
        ({"root_block_device": [{"encrypted": True}]}, True),
        ({"root_block_device": [{"encrypted": True}], "ebs_block_device": [{"encrypted": False}]}, False),
        ({"ebs_block_device": [{"encrypted": True}]}, None),
        ({}, None),
    ],
)
def test_an_image_is_encrypted_where_every_disk_of_its_machine_is(disks: dict[str, Any], state: bool | None) -> None:
    image = resource("aws_ami_from_instance.i", source_instance_id=known_later("aws_instance.m"))
    assert one(image, resource("aws_instance.m", **disks)).get("encrypted") is state


def test_an_image_of_snapshots_follows_them() -> None:
    image = resource("aws_ami.i", ebs_block_device=[{"snapshot_id": known_later("aws_ebs_snapshot.s")}])
    copied = resource("aws_ebs_snapshot.s", volume_id=known_later("aws_ebs_volume.v"))
    assert one(image, copied, resource("aws_ebs_volume.v", encrypted=True))["encrypted"] is True


def test_a_snapshot_that_is_made_by_hand_never_ends() -> None:
    found = one(snapshot())
    assert (found["retention_days"], found["expires_at"]) == ("none", "none")


@pytest.mark.parametrize(("days", "kept"), [(-1, "none"), (30, 30)])
def test_a_warehouse_may_set_an_end(days: int, kept: object) -> None:
    found = one(resource("aws_redshift_cluster_snapshot.s", manual_snapshot_retention_period=days))
    assert found["retention_days"] == kept


def test_an_end_that_is_not_known_is_unread() -> None:
    found = one(resource("aws_redshift_cluster_snapshot.s", manual_snapshot_retention_period=LATER))
    assert why(found, "retention_days") == why(found, "expires_at") == "known_after_apply"


def test_services_that_encrypt_every_copy_need_no_setting() -> None:
    assert one(resource("aws_fsx_backup.b"))["encrypted"] is True


def test_a_circle_of_copies_comes_to_an_end() -> None:
    ring = [
        resource(f"aws_ami_copy.{here}", source_ami_id=known_later(f"aws_ami_copy.{there}"))
        for here, there in ("ab", "ba")
    ]
    assert why(one(*ring), "encrypted") == why(one(*ring), "source_id") == "not_in_source"
