"""Facts of the other endpoints: classic load balancers, distributions, domain names of APIs."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import Record, known_later, resource, why
from support.stating import only, stated

from collectors.iac.declared import Declared
from collectors.iac.facts import tls_endpoint
from collectors.iac.value import Unknown

LATER = Unknown()
HTTP = {"lb_protocol": "http", "lb_port": 80}
HTTPS = {"lb_protocol": "HTTPS", "lb_port": 443, "ssl_certificate_id": "arn:aws:iam::1:server-certificate/x"}


def classic(*listeners: Any, others: tuple[Declared, ...] = ()) -> Record:
    return only(tls_endpoint, resource("aws_elb.b", name="shop", listener=list(listeners)), *others)


def negotiation(*attributes: tuple[str, Any], port: int = 443) -> tuple[Declared, ...]:
    named = [{"name": name, "value": value} for name, value in attributes]
    address = f"aws_lb_ssl_negotiation_policy.p{len(attributes)}"
    return (resource(address, load_balancer=known_later("aws_elb.b"), lb_port=port, attribute=named),)


def test_a_classic_load_balancer_with_http_answers_clear_text() -> None:
    found = classic(HTTP, HTTPS)
    assert found["id"] == "aws:210987654321:eu-central-1:elasticloadbalancing:loadbalancer/shop"
    assert (found["is_public"], found["plaintext_port_open"], found["tls_min_version"]) == (True, True, "1.0")
    assert found["basis_of"]["tls_min_version"] == "provider_default"
    assert found["cert_auto_renew"] is False


def test_a_classic_load_balancer_with_tls_only_answers_none() -> None:
    assert classic(HTTPS, {**HTTPS, "lb_protocol": "ssl", "lb_port": 8443})["plaintext_port_open"] is False
    assert why(classic(HTTPS, {"lb_protocol": "tcp", "lb_port": 22}), "plaintext_port_open") == "not_in_source"
    assert why(classic(HTTP), "tls_min_version") == "not_in_source"


def test_listeners_that_are_not_known_are_unread() -> None:
    found = only(tls_endpoint, resource("aws_elb.b", listener=LATER))
    assert {why(found, field) for field in ("plaintext_port_open", "tls_min_version", "cert_auto_renew")} == {
        "known_after_apply"
    }


def test_a_named_policy_of_a_port_decides() -> None:
    named = negotiation(("Reference-Security-Policy", "ELBSecurityPolicy-TLS-1-2-2017-01"))
    found = classic(HTTPS, others=named)
    assert (found["tls_min_version"], found["tls_weak_ciphers"]) == ("1.2", [])
    assert "tls_min_version" not in found["basis_of"]


def test_versions_and_suites_one_by_one_decide() -> None:
    own = negotiation(
        ("Protocol-TLSv1.1", "true"), ("Protocol-TLSv1", "false"), ("DES-CBC3-SHA", "true"), ("AES128-SHA", "true")
    )
    found = classic(HTTPS, others=own)
    assert (found["tls_min_version"], found["tls_weak_ciphers"]) == ("1.1", ["DES-CBC3-SHA"])


def test_the_weakest_port_counts() -> None:
    named = negotiation(("Reference-Security-Policy", "ELBSecurityPolicy-TLS-1-2-2017-01"))
    assert classic(HTTPS, {**HTTPS, "lb_port": 8443}, others=named)["tls_min_version"] == "1.0"


def between(named: Any, **policy: Any) -> tuple[Declared, ...]:
    attributes = [{"name": "Reference-Security-Policy", "value": "ELBSecurityPolicy-2014-01"}]
    values = {"policy_name": "tls", "load_balancer_name": "shop", "policy_attribute": attributes, **policy}
    names = {"load_balancer_name": "shop", "load_balancer_port": 443, "policy_names": named}
    return (resource("aws_load_balancer_policy.p", **values), resource("aws_load_balancer_listener_policy.l", **names))


@pytest.mark.parametrize("named", [["tls"], [known_later("aws_load_balancer_policy.p", "policy_name")]])
def test_a_policy_of_a_port_may_be_named_by_a_resource_between(named: Any) -> None:
    found = classic(HTTPS, others=between(named, policy_type_name="SSLNegotiationPolicyType"))
    assert found["tls_min_version"] == "1.0"
    assert why(found, "tls_weak_ciphers") == "unsupported"


def test_a_port_without_a_policy_on_tls_has_that_of_the_service() -> None:
    for others in (between(None), between(["tls"], policy_type_name="ProxyProtocolPolicyType")):
        assert classic(HTTPS, others=others)["tls_weak_ciphers"] == []


@pytest.mark.parametrize(
    "others",
    [
        negotiation(("Protocol-TLSv1.2", LATER)),
        (*negotiation(), *negotiation(("Protocol-TLSv1.2", "true"))),
        negotiation(("Reference-Security-Policy", "ELBSecurityPolicy-2099-01")),
        negotiation(("AES128-SHA", "true")),
        between(LATER),
        between(["another"]),
    ],
)
def test_a_policy_of_a_port_that_is_not_settled_is_unread(others: tuple[Declared, ...]) -> None:
    assert why(classic(HTTPS, others=others), "tls_min_version") == "known_after_apply"


def distribution(viewer: Any, *policies: Any) -> Record:
    first, *rest = policies or ("redirect-to-https",)
    behaviors: dict[str, Any] = {
        "default_cache_behavior": [{"viewer_protocol_policy": first}],
        "ordered_cache_behavior": [{"viewer_protocol_policy": policy} for policy in rest],
    }
    return only(tls_endpoint, resource("aws_cloudfront_distribution.d", viewer_certificate=viewer, **behaviors))


@pytest.mark.parametrize(
    ("policies", "in_clear"),
    [
        (("redirect-to-https", "https-only"), False),
        (("https-only", "allow-all"), True),
        (("allow-all",), True),
        ((LATER, "allow-all"), True),
    ],
)
def test_a_distribution_answers_clear_text_where_one_behavior_allows_all(policies: Any, in_clear: bool) -> None:
    assert distribution(None, *policies)["plaintext_port_open"] is in_clear


@pytest.mark.parametrize("policies", [(LATER,), ("https-only", None)])
def test_a_behavior_that_is_not_known_is_unread(policies: Any) -> None:
    assert why(distribution(None, *policies), "plaintext_port_open") in ("known_after_apply", "not_in_source")


def test_behaviors_that_are_not_known_are_unread() -> None:
    found = only(tls_endpoint, resource("aws_cloudfront_distribution.d", default_cache_behavior=LATER))
    assert why(found, "plaintext_port_open") == "known_after_apply"
    assert why(only(tls_endpoint, resource("aws_cloudfront_distribution.d")), "plaintext_port_open") == "not_in_source"


def test_a_distribution_has_the_version_of_its_policy() -> None:
    own = {"acm_certificate_arn": "arn:aws:acm:us-east-1:1:certificate/1"}
    found = distribution([{**own, "minimum_protocol_version": "TLSv1.2_2021"}])
    assert (found["is_public"], found["tls_min_version"], found["tls_weak_ciphers"]) == (True, "1.2", [])
    assert distribution([own])["tls_min_version"] == "1.0"
    assert why(distribution([{**own, "minimum_protocol_version": LATER}]), "tls_min_version") == "known_after_apply"
    assert distribution([{"iam_certificate_id": "ASCA1"}])["cert_auto_renew"] is False


@pytest.mark.parametrize(
    "viewer",
    [
        None,
        [{"cloudfront_default_certificate": True}],
        [{"cloudfront_default_certificate": True, "minimum_protocol_version": "TLSv1.2_2021"}],
    ],
)
def test_under_its_own_name_a_distribution_accepts_what_the_service_fixes(viewer: Any) -> None:
    found = distribution(viewer)
    assert (found["tls_min_version"], found["cert_auto_renew"]) == ("1.0", True)
    assert "RC4-MD5" in found["tls_weak_ciphers"]


def test_a_viewer_certificate_that_is_not_known_is_unread() -> None:
    assert why(distribution(LATER), "tls_min_version") == "known_after_apply"


def test_a_domain_name_of_an_api_has_the_version_of_its_policy() -> None:
    configured = {"types": ["REGIONAL"]}
    declared = resource(
        "aws_api_gateway_domain_name.n",
        domain_name="api.example.com",
        security_policy="TLS_1_2",
        regional_certificate_arn=known_later("aws_acm_certificate.c", "arn"),
        endpoint_configuration=[configured],
    )
    certificate = resource("aws_acm_certificate.c", validation_method="DNS")
    found = only(tls_endpoint, declared, certificate)
    assert (found["is_public"], found["plaintext_port_open"], found["tls_min_version"]) == (True, False, "1.2")
    assert found["cert_auto_renew"] is True


def test_a_private_domain_name_is_not_public_and_has_no_policy_by_default() -> None:
    found = only(
        tls_endpoint, resource("aws_api_gateway_domain_name.n", endpoint_configuration=[{"types": ["PRIVATE"]}])
    )
    assert found["is_public"] is False
    assert why(found, "tls_min_version") == "not_in_source"
    assert why(only(tls_endpoint, resource("aws_api_gateway_domain_name.n")), "is_public") == "not_in_source"
    unknown = resource("aws_api_gateway_domain_name.n", endpoint_configuration=LATER)
    assert why(only(tls_endpoint, unknown), "is_public") == "known_after_apply"


def test_the_second_sort_of_api_has_its_settings_in_a_block() -> None:
    configured = {"endpoint_type": "REGIONAL", "security_policy": "TLS_1_2"}
    found = only(tls_endpoint, resource("aws_apigatewayv2_domain_name.n", domain_name_configuration=[configured]))
    assert (found["is_public"], found["tls_min_version"]) == (True, "1.2")
    unknown = only(tls_endpoint, resource("aws_apigatewayv2_domain_name.n", domain_name_configuration=LATER))
    assert {why(unknown, field) for field in ("is_public", "tls_min_version")} == {"known_after_apply"}


def test_each_sort_is_an_endpoint_with_its_tags() -> None:
    found = stated(tls_endpoint, resource("aws_elb.b", tags={"env": "dev"}), resource("aws_cloudfront_distribution.d"))
    assert {record["place"]["address"]: record.get("env") for record in found} == {
        "aws_elb.b": "nonprod",
        "aws_cloudfront_distribution.d": None,
    }
