"""What the firewall before a web application does."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import known_later, resource
from support.stating import only

from collectors.iac.declared import Declared
from collectors.iac.facts import application
from collectors.iac.value import Unknown

LATER = Unknown()
ACL = "aws_wafv2_web_acl.w"
LINK = resource(
    "aws_wafv2_web_acl_association.a", resource_arn=known_later("aws_lb.l", "arn"), web_acl_arn=known_later(ACL, "arn")
)
VENDORS = {"managed_rule_group_statement": [{"name": "AWSManagedRulesCommonRuleSet", "vendor_name": "AWS"}]}


def balancer(action: Any = "create", **values: Any) -> Declared:
    return resource("aws_lb.l", action, **{"name": "shop", "internal": False, **values})


def web_acl(*rules: Any, default: str = "allow", **values: Any) -> Declared:
    return resource(ACL, default_action=[{default: [{}]}], rule=list(rules), **values)


def mode(*resources: Declared) -> object:
    return only(application, balancer(), LINK, *resources).get("waf_mode")


def vendors(override: str) -> dict[str, Any]:
    return {"override_action": [{"none": [], "count": [], override: [{}]}], "action": [], "statement": [VENDORS]}


def of_own_group() -> dict[str, Any]:
    reference = {"rule_group_reference_statement": [{"arn": known_later("aws_wafv2_rule_group.g", "arn")}]}
    return {"override_action": [{"none": [{}]}], "statement": [reference]}


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([vendors("none")], "block"),
        ([vendors("count")], "detect"),
        ([{"action": [{"block": [{}]}]}], "block"),
        ([{"action": [{"count": [{}]}]}], "detect"),
        ([{"action": [{"captcha": [{}]}]}], "detect"),
        ([{"action": [{"allow": [{}]}]}], "none"),
        ([vendors("count"), {"action": [{"block": [{}]}]}], "block"),
        ([], "none"),
    ],
)
def test_one_rule_that_blocks_is_enough(rules: list[Any], expected: str) -> None:
    assert mode(web_acl(*rules)) == expected


def test_what_blocks_by_default_blocks() -> None:
    assert mode(web_acl(default="block")) == "block"


@pytest.mark.parametrize(("action", "expected"), [("block", "block"), ("count", "detect")])
def test_a_rule_group_of_the_code_does_what_its_rules_do(action: str, expected: str) -> None:
    group = resource("aws_wafv2_rule_group.g", rule=[{"action": [{action: [{}]}]}])
    assert mode(web_acl(of_own_group()), group) == expected


@pytest.mark.parametrize(
    "open_rule",
    [LATER, of_own_group(), {"action": LATER}, {"override_action": [{"none": [{}]}], "statement": LATER}],
)
def test_a_rule_that_is_not_known_leaves_the_mode_open_unless_another_blocks(open_rule: Any) -> None:
    assert mode(web_acl(open_rule, vendors("count"))) is None
    assert mode(web_acl(open_rule, vendors("none"))) == "block"


def test_rules_as_a_text_or_put_in_from_beside_leave_the_mode_open() -> None:
    assert mode(web_acl(rule_json="[]")) is None
    beside = resource("aws_wafv2_web_acl_rule_group_association.b", web_acl_arn=known_later(ACL, "arn"))
    assert mode(web_acl(), beside) is None


@pytest.mark.parametrize(("type_", "expected"), [("BLOCK", "block"), ("COUNT", "detect"), ("ALLOW", "none")])
def test_the_old_firewall_is_read_too(type_: str, expected: str) -> None:
    link = resource(
        "aws_wafregional_web_acl_association.a",
        resource_arn=known_later("aws_lb.l", "arn"),
        web_acl_id=known_later("aws_wafregional_web_acl.w"),
    )
    old = resource(
        "aws_wafregional_web_acl.w", default_action=[{"type": "ALLOW"}], rule=[{"action": [{"type": type_}]}]
    )
    assert only(application, balancer(), link, old)["waf_mode"] == expected
