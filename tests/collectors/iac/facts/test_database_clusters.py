"""Clusters, with their instances folded into them."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import known_later, resource, why
from support.declared_databases import cluster, first, member
from support.output import MemoryOutput
from support.stating import stated

from collectors.iac.code import Code
from collectors.iac.facts import database_instance
from collectors.iac.value import Unknown

PRIVATE: dict[str, Any] = {"publicly_accessible": False, "auto_minor_version_upgrade": True}


@pytest.mark.parametrize("of", ["c", known_later("aws_rds_cluster.c")])
def test_one_public_instance_makes_the_cluster_public(of: object) -> None:
    found = first(cluster(), member("one", of, **PRIVATE), member("two", of, publicly_accessible=True))
    assert found["publicly_accessible"] is True
    assert found["id"] == "aws:210987654321:eu-central-1:rds:cluster/c"


def test_a_cluster_is_private_when_all_of_its_instances_are() -> None:
    found = first(cluster(), member("one", **PRIVATE), member("two", **PRIVATE))
    assert found["publicly_accessible"] is False
    assert found["auto_minor_upgrade"] is True


def test_one_instance_without_upgrades_is_one_too_many() -> None:
    found = first(cluster(), member("one", **PRIVATE), member("two", auto_minor_version_upgrade=False))
    assert found["auto_minor_upgrade"] is False


def test_an_instance_of_which_nothing_is_said_leaves_the_address_open() -> None:
    found = first(cluster(), member("one", **PRIVATE), member("two"))
    assert why(found, "publicly_accessible") == "not_in_source"
    assert found["auto_minor_upgrade"] is True


def test_upgrades_that_nobody_switches_off_are_a_default() -> None:
    found = first(cluster(), member("one"))
    assert found["auto_minor_upgrade"] is True
    assert found["basis_of"]["auto_minor_upgrade"] == "provider_default"


def test_a_cluster_without_instances_in_the_code_has_no_flags() -> None:
    found = first(cluster())
    assert why(found, "publicly_accessible") == why(found, "auto_minor_upgrade") == "not_in_source"


def test_a_cluster_with_flags_of_its_own_needs_no_instances() -> None:
    found = first(cluster(engine="postgres", **PRIVATE))
    assert (found["publicly_accessible"], found["auto_minor_upgrade"]) == (False, True)


def test_instances_make_no_records_of_their_own() -> None:
    assert len(stated(database_instance, cluster(), member("one"), member("two"))) == 1


def test_an_instance_that_may_be_of_any_cluster_leaves_all_of_them_open() -> None:
    stray = member("stray", Unknown(), publicly_accessible=True, auto_minor_version_upgrade=False)
    found = first(cluster(), member("one", **PRIVATE), stray)
    assert why(found, "publicly_accessible") == why(found, "auto_minor_upgrade") == "known_after_apply"


def test_an_instance_that_may_be_of_any_cluster_and_is_good_harms_none() -> None:
    found = first(cluster(), member("one", **PRIVATE), member("stray", Unknown(), **PRIVATE))
    assert (found["publicly_accessible"], found["auto_minor_upgrade"]) == (False, True)


def test_code_that_was_read_in_part_may_hold_further_instances() -> None:
    found = first(cluster(), member("one", **PRIVATE), complete=False)
    assert why(found, "publicly_accessible") == "partial"
    public = first(cluster(), member("one", publicly_accessible=True), complete=False)
    assert public["publicly_accessible"] is True


@pytest.mark.parametrize("of", ["elsewhere", Unknown()])
def test_an_instance_of_a_cluster_elsewhere_is_judged_by_what_it_says(of: object) -> None:
    found = first(member("one", of, engine="aurora-mysql", publicly_accessible=True))
    assert found["id"] == "aws:210987654321:eu-central-1:rds:instance/one"
    assert (found["publicly_accessible"], found["engine"]) == (True, "aurora")
    assert "at_rest_encryption" not in found


def test_documentdb_has_no_public_addresses() -> None:
    found = first(resource("aws_docdb_cluster.d", cluster_identifier="d"))
    assert found["publicly_accessible"] is False
    assert found["basis_of"]["publicly_accessible"] == "provider_default"


def test_kinds_are_not_whole_where_the_code_was_read_in_part() -> None:
    out = MemoryOutput()
    database_instance.build(Code([], complete=False), out)
    assert out.incomplete_kinds == {"database_instance": ("partial", "")}
