"""Records of the rules of security groups: one for each source, and what groups are attached to."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import Record, known_later, resource, why
from support.stating import only, stated

from collectors.iac.declared import Declared
from collectors.iac.facts import network_rule
from collectors.iac.value import Reference, Unknown

GROUP = "aws_security_group.g"
LATER = Unknown()
OPEN: dict[str, Any] = {"from_port": 22, "to_port": 22, "protocol": "tcp", "cidr_blocks": ["0.0.0.0/0"]}


def group(action: Any = "create", **values: Any) -> Declared:
    return resource(GROUP, action, **{"ingress": [OPEN], **values})


def attached(*resources: Declared, **about: Any) -> Record:
    return next(record for record in stated(network_rule, *resources, **about) if record["place"]["address"] == GROUP)


def test_a_rule_inside_a_group_lies_at_the_group() -> None:
    found = only(network_rule, group())
    assert found["place"]["address"] == GROUP
    assert found["id"] == "tf:aws_security_group.g/in/tcp/22-22/0.0.0.0/0"
    facts = {"direction": "in", "action": "allow", "protocol": "tcp", "port_from": 22, "port_to": 22}
    assert facts.items() <= found.items()


def test_each_source_of_a_rule_is_a_record_and_the_same_said_twice_is_one() -> None:
    found = stated(network_rule, group(ingress=[{**OPEN, "cidr_blocks": ["10.0.0.0/8", "::/0"]}, OPEN, OPEN]))
    assert sorted(record["cidr"] for record in found) == ["0.0.0.0/0", "10.0.0.0/8", "::/0"]


def test_a_separate_rule_lies_at_itself() -> None:
    rule = resource(
        "aws_vpc_security_group_ingress_rule.r", security_group_id=known_later(GROUP), cidr_ipv4="::/0", ip_protocol=-1
    )
    found = {record["id"]: record for record in stated(network_rule, resource(GROUP), rule)}
    assert found["tf:aws_vpc_security_group_ingress_rule.r"]["port_to"] == 65535
    assert found["tf:aws_security_group.g/in/closed"]["action"] == "deny"


def test_what_an_existing_group_repeats_of_a_separate_rule_lies_at_that_rule() -> None:
    rule = resource("aws_security_group_rule.r", type="ingress", security_group_id="sg-1", **OPEN)
    found = stated(network_rule, group("no-op", id="sg-1"), rule)
    assert [record["place"]["address"] for record in found if record["action"] == "allow"] == [rule.address]


def test_a_rule_for_a_group_says_that_its_source_is_not_any() -> None:
    found = only(network_rule, group(ingress=[{**OPEN, "cidr_blocks": [], "self": True}]))
    assert (found["cidr"], found["is_any"]) == ("none", False)


def test_what_the_code_leaves_open_is_unread() -> None:
    found = only(network_rule, group(ingress=[{**OPEN, "cidr_blocks": [LATER], "from_port": LATER}]))
    assert [why(found, field) for field in ("cidr", "port_from")] == ["known_after_apply", "known_after_apply"]
    assert found["port_to"] == 22


def test_outbound_rules_are_recorded_as_such() -> None:
    found = stated(network_rule, group(egress=[OPEN]))
    assert [record["direction"] for record in found] == ["in", "out"]


@pytest.mark.parametrize(
    "user",
    [
        resource("aws_instance.u", vpc_security_group_ids=[known_later(GROUP)]),
        resource("aws_lb.u", security_groups=known_later(GROUP)),
        resource("aws_lambda_function.u", vpc_config=[{"security_group_ids": [known_later(GROUP)]}]),
        resource("aws_network_interface_sg_attachment.u", security_group_id=known_later(GROUP)),
        resource("aws_ecs_service.u", network_configuration=[{"security_groups": ["sg-1"]}]),
        Declared(
            "aws_db_instance",
            "aws_db_instance.u",
            resource("x.y", vpc_security_group_ids=["sg-1"]).arguments,
            {},
            references={"vpc_security_group_ids": [Reference(GROUP, "id")]},
        ),
    ],
    ids=lambda user: str(user.type),
)
def test_what_names_a_group_has_it_attached(user: Declared) -> None:
    assert attached(group(id="sg-1"), user)["attached_to_ids"] == [f"tf:{user.address}"]


@pytest.mark.parametrize(
    "user",
    [
        resource(
            "aws_security_group.u", ingress=[{**OPEN, "cidr_blocks": [], "security_groups": [known_later(GROUP)]}]
        ),
        resource("aws_security_group_rule.u", type="ingress", source_security_group_id=known_later(GROUP)),
        resource("data.aws_security_group.u", id="sg-1"),
        resource("aws_instance.u", vpc_security_group_ids=["sg-other"]),
        resource("aws_instance.u", vpc_security_group_ids=[known_later("data.aws_security_group.x")]),
    ],
    ids=lambda user: str(user.type),
)
def test_a_new_group_that_nothing_else_names_is_attached_to_nothing(user: Declared) -> None:
    assert attached(group(), user)["attached_to_ids"] == []


def test_a_group_that_exists_may_be_attached_elsewhere() -> None:
    assert why(attached(group("no-op")), "attached_to_ids") == "not_in_source"


def test_the_default_group_is_attached_to_what_names_no_other() -> None:
    found = only(network_rule, resource("aws_default_security_group.d", ingress=[OPEN]))
    assert why(found, "attached_to_ids") == "not_in_source"


def test_groups_that_are_not_known_may_be_any() -> None:
    user = resource("aws_instance.u", vpc_security_group_ids=LATER)
    assert why(attached(group(), user), "attached_to_ids") == "known_after_apply"
    assert why(attached(group(), complete=False), "attached_to_ids") == "partial"


def test_a_rule_is_attached_to_what_its_group_is() -> None:
    rule = resource("aws_security_group_rule.r", type="ingress", security_group_id=known_later(GROUP), **OPEN)
    user = resource("aws_instance.u", vpc_security_group_ids=[known_later(GROUP)])
    found = {record["place"]["address"]: record for record in stated(network_rule, resource(GROUP), rule, user)}
    assert found["aws_security_group_rule.r"]["attached_to_ids"] == ["tf:aws_instance.u"]


@pytest.mark.parametrize(("group_id", "reason"), [("sg-9", "not_in_source"), (LATER, "known_after_apply")])
def test_what_the_group_of_a_rule_is_attached_to_may_be_out_of_sight(group_id: object, reason: str) -> None:
    rule = resource("aws_security_group_rule.r", type="ingress", security_group_id=group_id, **OPEN)
    assert why(only(network_rule, rule), "attached_to_ids") == reason


def test_a_group_that_exists_has_the_id_of_the_cloud() -> None:
    found = only(network_rule, group("no-op", id="sg-1"))
    assert found["id"].startswith("aws:210987654321:eu-central-1:ec2:security-group/sg-1/in/")


def test_a_block_that_is_none_is_not_known() -> None:
    assert why(only(network_rule, group(ingress=["no block"])), "cidr") == "corrupt"
