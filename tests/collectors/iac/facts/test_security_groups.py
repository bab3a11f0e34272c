"""Whether the rules of security groups let everybody in, however code writes them."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import known_later, resource

from collectors.iac.code import Code
from collectors.iac.declared import Declared
from collectors.iac.facts.security_groups import is_any_source, rules_of
from collectors.iac.value import Hidden, Unknown

LATER = Unknown()
GROUP = "aws_security_group.g"


def ingress(*sources: str, **values: Any) -> dict[str, Any]:
    return {"from_port": 5432, "to_port": 5432, "protocol": "tcp", "cidr_blocks": list(sources), **values}


def group(*blocks: Any, action: Any = "create", **values: Any) -> Declared:
    inline = {"ingress": list(blocks)} if blocks else {}
    return resource(GROUP, action, **inline, **values)


def beside(**values: Any) -> Declared:
    rule = {"security_group_id": known_later(GROUP), "from_port": 5432, "to_port": 5432, "ip_protocol": "tcp"}
    return resource("aws_vpc_security_group_ingress_rule.r", **{**rule, **values})


def of_old_sort(**values: Any) -> Declared:
    rule = {"type": "ingress", "security_group_id": known_later(GROUP), **ingress("0.0.0.0/0")}
    return resource("aws_security_group_rule.r", **{**rule, **values})


def is_open(*resources: Declared, port: int | Unknown = 5432, complete: bool = True) -> bool | Unknown:
    code = Code(resources, complete=complete)
    return is_any_source(code, code.of("aws_security_group"), port)


def test_a_rule_inside_a_group_and_one_beside_it_let_in_alike() -> None:
    assert is_open(group(ingress("0.0.0.0/0"))) is True
    assert is_open(group(), of_old_sort()) is True
    assert is_open(group(), beside(cidr_ipv6="::/0")) is True


def test_two_halves_in_two_rules_are_everybody() -> None:
    assert is_open(group(ingress("0.0.0.0/1")), beside(cidr_ipv4="128.0.0.0/1")) is True


@pytest.mark.parametrize("protocol", ["-1", -1, "all", "tcp", "TCP", "6", 6])
def test_all_spellings_of_tcp_and_of_all_traffic_reach_a_port(protocol: object) -> None:
    assert is_open(group(ingress("0.0.0.0/0", protocol=protocol))) is True


@pytest.mark.parametrize("protocol", ["udp", "17", "icmp", "1", "icmpv6", "58", "50", "esp"])
def test_other_protocols_reach_none(protocol: str) -> None:
    assert is_open(group(ingress("0.0.0.0/0", protocol=protocol))) is False


def test_all_traffic_reaches_every_port_whatever_ports_are_written() -> None:
    assert is_open(group(ingress("0.0.0.0/0", protocol="-1", from_port=0, to_port=0))) is True
    assert is_open(group(), beside(cidr_ipv4="0.0.0.0/0", ip_protocol="-1", from_port=None, to_port=None)) is True


@pytest.mark.parametrize(
    ("first", "last", "reached"), [(5432, 5432, True), (0, 65535, True), (1, 5431, False), (5433, 6000, False)]
)
def test_only_rules_with_the_port_between_theirs_reach_it(first: int, last: int, reached: bool) -> None:
    assert is_open(group(ingress("0.0.0.0/0", from_port=first, to_port=last))) is reached


@pytest.mark.parametrize(
    "source",
    [{"security_groups": ["sg-1"]}, {"self": True}, {"prefix_list_ids": ["pl-1"]}, {"security_groups": [LATER]}],
)
def test_groups_and_lists_of_own_addresses_are_not_everybody(source: dict[str, Any]) -> None:
    assert is_open(group(ingress(**source))) is False


def test_a_prefix_list_of_the_code_is_what_stands_in_it() -> None:
    rule = beside(prefix_list_id=known_later("aws_ec2_managed_prefix_list.p"))
    inside = resource("aws_ec2_managed_prefix_list.p", entry=[{"cidr": "0.0.0.0/0"}])
    entry = resource(
        "aws_ec2_managed_prefix_list_entry.e",
        cidr="0.0.0.0/0",
        prefix_list_id=known_later("aws_ec2_managed_prefix_list.p"),
    )
    assert is_open(group(), rule, inside) is True
    assert is_open(group(), rule, resource("aws_ec2_managed_prefix_list.p"), entry) is True
    assert is_open(group(), rule, resource("aws_ec2_managed_prefix_list.p", entry=[{"cidr": "10.0.0.0/8"}])) is False


def test_what_leaves_is_no_source() -> None:
    assert is_open(group(), of_old_sort(type="egress")) is False
    assert is_open(resource(GROUP, egress=[ingress("0.0.0.0/0")])) is False


@pytest.mark.parametrize(
    "changed", [{"cidr_blocks": [LATER]}, {"cidr_blocks": LATER}, {"cidr_blocks": Hidden("literal")}]
)
def test_a_source_that_is_not_known_leaves_it_open(changed: dict[str, Any]) -> None:
    assert isinstance(is_open(group(ingress(**changed))), Unknown)


@pytest.mark.parametrize("changed", [{"from_port": LATER}, {"protocol": LATER}, {"to_port": None}, {"protocol": None}])
def test_ports_or_a_protocol_that_are_not_known_leave_it_open(changed: dict[str, Any]) -> None:
    assert isinstance(is_open(group(ingress("0.0.0.0/0", **changed))), Unknown)
    assert is_open(group(ingress("10.0.0.0/8", **changed))) is False


@pytest.mark.parametrize("direction", [LATER, None])
def test_a_direction_that_is_not_known_leaves_it_open(direction: object) -> None:
    assert isinstance(is_open(group(), of_old_sort(type=direction)), Unknown)


def test_what_is_not_known_hides_no_rule_that_is() -> None:
    assert is_open(group(LATER, ingress("0.0.0.0/0"))) is True
    assert is_open(group(ingress("0.0.0.0/0", cidr_blocks=[LATER, "0.0.0.0/0"]))) is True


def test_rules_that_are_not_known_at_all_leave_it_open() -> None:
    assert isinstance(is_open(resource(GROUP, ingress=LATER)), Unknown)


def test_a_port_that_is_not_known_is_reached_by_all_traffic_only() -> None:
    assert isinstance(is_open(group(ingress("0.0.0.0/0")), port=LATER), Unknown)
    assert is_open(group(ingress("0.0.0.0/0", protocol="-1")), port=LATER) is True
    assert is_open(group(ingress("10.0.0.0/8")), port=LATER) is False


def test_a_rule_of_an_unknown_group_may_be_of_any() -> None:
    assert isinstance(is_open(group(), beside(cidr_ipv4="0.0.0.0/0", security_group_id=LATER)), Unknown)
    assert is_open(group(), beside(cidr_ipv4="10.0.0.0/8", security_group_id=LATER)) is False


def test_a_rule_of_a_group_of_another_sort_is_not_of_this_one() -> None:
    other = resource("aws_default_security_group.d")
    rule = beside(cidr_ipv4="0.0.0.0/0", security_group_id=known_later("aws_default_security_group.d"))
    assert is_open(group(), other, rule) is False


def test_a_group_that_exists_may_have_rules_elsewhere_unless_it_lists_them() -> None:
    assert isinstance(is_open(group(action="no-op")), Unknown)
    assert is_open(group(ingress("10.0.0.0/8"), action="update")) is False
    assert is_open(resource(GROUP, "update", ingress=[])) is False


def test_a_part_that_was_not_read_may_hold_rules() -> None:
    assert isinstance(is_open(group(ingress("10.0.0.0/8")), complete=False), Unknown)


def test_without_groups_nobody_is_let_in() -> None:
    assert is_open() is False


def test_a_group_has_the_rules_of_both_sorts() -> None:
    code = Code([group(ingress("10.0.0.0/8", "::/0")), beside(cidr_ipv4="10.1.0.0/16"), of_old_sort()])
    assert [rule.cidr for rule in rules_of(code, code.of("aws_security_group")[0])] == [
        "10.0.0.0/8",
        "::/0",
        "0.0.0.0/0",
        "10.1.0.0/16",
    ]
