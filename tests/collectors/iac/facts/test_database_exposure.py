"""Who reaches declared databases over the network."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from support.declared_backups import known_later, resource, why
from support.declared_databases import first, instance

from collectors.iac.declared import Declared
from collectors.iac.value import Reference, Unknown


def sg(name: str = "g", cidr: object = "10.0.0.0/8", port: object = 5432) -> Declared:
    rule = {"from_port": port, "to_port": port, "protocol": "tcp", "cidr_blocks": [cidr]}
    return resource(f"aws_security_group.{name}", id=f"sg-{name}", ingress=[rule])


def behind(groups: object, *declared: Declared, **values: Any) -> dict[str, Any]:
    return first(instance(vpc_security_group_ids=groups, **values), *declared)


@pytest.mark.parametrize(
    "groups", [["sg-g"], [known_later("aws_security_group.g")], known_later("aws_security_group.g")]
)
@pytest.mark.parametrize(("cidr", "open_"), [("0.0.0.0/0", True), ("::/0", True), ("10.0.0.0/8", False)])
def test_rules_of_its_groups_let_in_everybody_or_not(groups: object, cidr: str, open_: bool) -> None:
    assert behind(groups, sg(cidr=cidr))["ingress_any"] is open_


def test_a_rule_at_another_port_lets_nobody_in() -> None:
    assert behind(["sg-g"], sg(cidr="0.0.0.0/0", port=443))["ingress_any"] is False
    assert behind(["sg-g"], sg(cidr="0.0.0.0/0", port=443), port=443)["ingress_any"] is True


def test_the_port_follows_from_the_engine() -> None:
    assert behind(["sg-g"], sg(cidr="0.0.0.0/0", port=3306), engine="mariadb")["ingress_any"] is True


def test_a_rule_beside_its_group_counts() -> None:
    plain = resource("aws_security_group.g", id="sg-g")
    rule = resource(
        "aws_vpc_security_group_ingress_rule.r",
        security_group_id=known_later("aws_security_group.g"),
        ip_protocol="-1",
        cidr_ipv4="0.0.0.0/0",
    )
    assert behind(["sg-g"], plain, rule)["ingress_any"] is True


def test_a_group_outside_of_the_code_may_let_in_everybody() -> None:
    assert why(behind(["sg-g", "sg-elsewhere"], sg()), "ingress_any") == "not_in_source"
    assert behind(["sg-g", "sg-elsewhere"], sg(cidr="0.0.0.0/0"))["ingress_any"] is True


@pytest.mark.parametrize("groups", [None, []])
def test_the_default_group_is_not_in_the_code(groups: object) -> None:
    assert why(behind(groups, sg()), "ingress_any") == "not_in_source"


def test_a_list_that_names_no_group_is_unread() -> None:
    assert why(behind(Unknown(), sg()), "ingress_any") == "known_after_apply"


def test_a_list_that_names_something_else_too_may_hold_another_group() -> None:
    both = Unknown(references=(Reference("aws_security_group.g", "id"), Reference("data.aws_security_group.d", "id")))
    looked_up = resource("data.aws_security_group.d", id="sg-d")
    assert why(behind(both, sg(), looked_up), "ingress_any") == "known_after_apply"
    assert behind(both, sg(cidr="0.0.0.0/0"), looked_up)["ingress_any"] is True


def test_a_group_of_which_there_is_no_instance_is_none() -> None:
    either = Unknown(
        references=(Reference("aws_security_group.g", "id"), Reference("module.sg[0].aws_security_group.none[0]", "id"))
    )
    assert behind(either, sg())["ingress_any"] is False


@pytest.mark.parametrize("address", ["module.m.data.aws_security_group.d", "aws_vpc.v", "module.m.aws_vpc.v"])
def test_what_is_no_declared_group_may_name_any(address: str) -> None:
    both = Unknown(references=(Reference("aws_security_group.g", "id"), Reference(address, "id")))
    assert why(behind(both, sg()), "ingress_any") == "known_after_apply"


def test_a_port_that_is_not_known_may_be_the_open_one() -> None:
    assert why(behind(["sg-g"], sg(cidr="0.0.0.0/0"), port=Unknown()), "ingress_any") == "known_after_apply"
    assert behind(["sg-g"], sg(), port=Unknown())["ingress_any"] is False


def test_databases_that_share_a_group_get_the_same_answer() -> None:
    open_ = sg(cidr="0.0.0.0/0")
    one, two = (instance(name, vpc_security_group_ids=["sg-g"]) for name in ("one", "two"))
    assert first(one, two, open_)["ingress_any"] is first(two, one, open_)["ingress_any"] is True


@pytest.mark.parametrize("public", [True, False])
def test_a_public_address_is_read(public: bool) -> None:
    assert first(instance(publicly_accessible=public))["publicly_accessible"] is public


@pytest.mark.parametrize(("public", "reason"), [(None, "not_in_source"), (Unknown(), "known_after_apply")])
def test_a_public_address_that_is_not_said_depends_on_the_network(public: object, reason: str) -> None:
    assert why(first(instance(publicly_accessible=public)), "publicly_accessible") == reason


def test_a_variable_beside_the_groups_of_the_code_may_name_others() -> None:
    group = known_later("aws_security_group.g")
    assert why(behind(replace(group, parts=2), sg()), "ingress_any") == "known_after_apply"
    assert behind(replace(group, parts=2), sg(cidr="0.0.0.0/0"))["ingress_any"] is True
