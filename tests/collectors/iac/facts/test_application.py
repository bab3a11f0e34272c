"""Web applications of code: whether the internet reaches them, and what the firewall before them does."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import known_later, resource, why
from support.stating import only, stated

from collectors.iac.declared import Declared
from collectors.iac.facts import application
from collectors.iac.value import Unknown

LATER = Unknown()
ACL = "aws_wafv2_web_acl.w"
BLOCKING = resource(ACL, default_action=[{"block": [{}]}])


def balancer(action: Any = "create", **values: Any) -> Declared:
    return resource("aws_lb.l", action, **{"name": "shop", "internal": False, **values})


@pytest.mark.parametrize("type_", ["aws_lb", "aws_alb"])
def test_a_load_balancer_of_the_web_is_an_application(type_: str) -> None:
    found = only(application, resource(f"{type_}.l", name="shop", internal=False, load_balancer_type="application"))
    assert found["id"] == "aws:210987654321:eu-central-1:elasticloadbalancing:loadbalancer/app/shop"
    assert (found["internet_facing"], found["waf_mode"]) == (True, "none")


@pytest.mark.parametrize("sort", ["network", "gateway"])
def test_load_balancers_below_the_web_are_none(sort: str) -> None:
    assert stated(application, balancer(load_balancer_type=sort)) == []


def test_an_internal_load_balancer_does_not_face_the_internet() -> None:
    assert only(application, balancer(internal=True))["internet_facing"] is False


def test_a_new_load_balancer_faces_the_internet_by_default() -> None:
    found = only(application, balancer(internal=None))
    assert (found["internet_facing"], found["basis_of"]) == (True, {"internet_facing": "provider_default"})
    assert why(only(application, balancer("update", internal=None)), "internet_facing") == "not_in_source"
    assert why(only(application, balancer(internal=LATER)), "internet_facing") == "known_after_apply"


def test_a_firewall_outside_of_the_code_may_do_anything() -> None:
    link = resource("aws_wafv2_web_acl_association.a", resource_arn=known_later("aws_lb.l"), web_acl_arn="arn:aws:w")
    assert why(only(application, balancer(), link), "waf_mode") == "not_in_source"


def test_a_firewall_may_stand_before_anything_while_that_is_not_known() -> None:
    link = resource("aws_wafv2_web_acl_association.a", resource_arn=LATER, web_acl_arn=known_later(ACL, "arn"))
    assert why(only(application, balancer(), link, BLOCKING), "waf_mode") == "known_after_apply"


def test_the_firewall_of_something_else_stands_before_that_only() -> None:
    link = resource("aws_wafv2_web_acl_association.a", resource_arn=known_later("aws_cognito_user_pool.p", "arn"))
    assert only(application, balancer(), link, resource("aws_cognito_user_pool.p"))["waf_mode"] == "none"


def test_what_exists_may_have_a_firewall_from_elsewhere() -> None:
    assert why(only(application, balancer("no-op")), "waf_mode") == "not_in_source"
    assert why(only(application, balancer(), complete=False), "waf_mode") == "not_in_source"


@pytest.mark.parametrize(("protocol", "count"), [("HTTP", 1), ("https", 1), (LATER, 1), ("TCP", 0)])
def test_a_classic_load_balancer_of_the_web_has_no_firewall(protocol: object, count: int) -> None:
    found = stated(application, resource("aws_elb.l", name="old", listener=[{"lb_protocol": protocol}]))
    assert [record["waf_mode"] for record in found] == ["none"] * count


@pytest.mark.parametrize(("types", "public"), [(None, True), (["REGIONAL"], True), (["PRIVATE"], False), (LATER, None)])
def test_a_stage_of_a_rest_api_is_public_unless_its_endpoint_is_private(types: Any, public: bool | None) -> None:
    endpoint = [{"types": types}] if types else []
    api = resource("aws_api_gateway_rest_api.r", endpoint_configuration=endpoint)
    stage = resource("aws_api_gateway_stage.s", rest_api_id=known_later("aws_api_gateway_rest_api.r"), stage_name="v1")
    found = only(application, api, stage)
    assert (found["name"], found.get("internet_facing"), found["waf_mode"]) == ("v1", public, "none")


def test_a_stage_of_an_api_outside_of_the_code_may_be_public() -> None:
    stage = resource("aws_api_gateway_stage.s", rest_api_id="abc", stage_name="v1")
    assert why(only(application, stage), "internet_facing") == "not_in_source"


@pytest.mark.parametrize(("named", "expected"), [(None, "none"), (known_later(ACL, "arn"), "block")])
def test_a_distribution_names_its_firewall(named: object, expected: str) -> None:
    distribution = resource("aws_cloudfront_distribution.d", enabled=True, web_acl_id=named)
    found = only(application, distribution, BLOCKING)
    assert (found["internet_facing"], found["waf_mode"]) == (True, expected)


def test_a_distribution_that_is_off_answers_nobody() -> None:
    assert only(application, resource("aws_cloudfront_distribution.d", enabled=False))["internet_facing"] is False
