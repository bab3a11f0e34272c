"""Facts of the listeners of application and network load balancers."""

from __future__ import annotations

from typing import Any

import pytest
from support.declared_backups import Record, known_later, resource, why
from support.stating import only, stated

from collectors.iac.block import Block
from collectors.iac.declared import Declared
from collectors.iac.facts import tls_endpoint
from collectors.iac.value import Unknown

LATER = Unknown()
TLS = ("tls_min_version", "tls_weak_ciphers")
TO_HTTPS = {"type": "redirect", "redirect": [{"protocol": "HTTPS", "port": "443", "status_code": "HTTP_301"}]}
STAYS = {"type": "redirect", "redirect": [{"protocol": "#{protocol}", "host": "www.example.com"}]}
FORWARD = {"type": "forward"}


def balancer(address: str = "aws_lb.b", **values: Any) -> Declared:
    return resource(address, **values)


def listener(address: str = "aws_lb_listener.l", **values: Any) -> Declared:
    return resource(address, **{"load_balancer_arn": known_later("aws_lb.b", "arn"), **values})


def rule(*actions: Any, listener_arn: Any = None, **conditions: Any) -> Declared:
    values = {
        "listener_arn": listener_arn or known_later("aws_lb_listener.l", "arn"),
        "action": list(actions),
        "condition": [{name: [{"values": values}]} for name, values in conditions.items()],
    }
    return Declared("aws_lb_listener_rule", "aws_lb_listener_rule.r", Block(values), {})


def secure(*others: Declared, **values: Any) -> Record:
    return only(tls_endpoint, listener(protocol="HTTPS", **values), balancer(), *others)


def plain(default: Any, *others: Declared) -> Record:
    return only(tls_endpoint, listener(protocol="HTTP", default_action=default), balancer(), *others)


@pytest.mark.parametrize(
    ("name", "version", "weak"),
    [
        ("ELBSecurityPolicy-TLS13-1-3-2021-06", "1.3", []),
        ("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", "1.2", []),
        ("ELBSecurityPolicy-FS-1-1-2019-08", "1.1", []),
        ("ELBSecurityPolicy-TLS-1-0-2015-04", "1.0", ["DES-CBC3-SHA"]),
    ],
)
def test_a_security_policy_tells_version_and_suites(name: str, version: str, weak: list[str]) -> None:
    found = secure(ssl_policy=name)
    assert (found["plaintext_port_open"], found["tls_min_version"], found["tls_weak_ciphers"]) == (False, version, weak)


def test_without_a_policy_a_new_listener_gets_that_of_the_service() -> None:
    found = secure()
    assert found["tls_min_version"] == "1.0"
    assert found["basis_of"]["tls_min_version"] == "provider_default"
    there = Declared("aws_lb_listener", "aws_lb_listener.l", listener(protocol="TLS").arguments, {}, "update")
    assert why(only(tls_endpoint, there), "tls_min_version") == "not_in_source"


@pytest.mark.parametrize(
    ("name", "reason"), [(LATER, "known_after_apply"), ("ELBSecurityPolicy-2099-01", "unsupported")]
)
def test_a_policy_that_is_not_known_is_unread(name: Any, reason: str) -> None:
    found = secure(ssl_policy=name)
    assert {why(found, field) for field in TLS} == {reason}


@pytest.mark.parametrize(
    "default", [[FORWARD], [{"type": "fixed-response"}], [STAYS], [{"type": "authenticate-oidc"}, FORWARD]]
)
def test_http_that_is_answered_is_clear_text(default: Any) -> None:
    found = plain(default)
    assert found["plaintext_port_open"] is True
    assert {why(found, field) for field in TLS} == {"not_in_source"}


def test_http_that_is_sent_to_https_is_none() -> None:
    assert plain([TO_HTTPS])["plaintext_port_open"] is False


def test_a_rule_that_answers_http_is_clear_text() -> None:
    assert plain([TO_HTTPS], rule(FORWARD, path_pattern=["/old/*"]))["plaintext_port_open"] is True
    assert plain([TO_HTTPS], rule(TO_HTTPS, path_pattern=["/old/*"]))["plaintext_port_open"] is False


@pytest.mark.parametrize("condition", [{"path_pattern": ["/*"]}, {"host_header": ["a.example.com", "*"]}])
def test_a_rule_that_sends_all_to_https_leaves_nothing_to_the_default(condition: dict[str, Any]) -> None:
    assert plain([FORWARD], rule(TO_HTTPS, **condition))["plaintext_port_open"] is False


@pytest.mark.parametrize(
    "condition", [{"path_pattern": ["/a"]}, {"path_pattern": ["/*"], "host_header": ["a.example.com"]}]
)
def test_a_rule_that_sends_some_to_https_leaves_the_rest_to_the_default(condition: dict[str, Any]) -> None:
    assert plain([FORWARD], rule(TO_HTTPS, **condition))["plaintext_port_open"] is True


@pytest.mark.parametrize(
    "default",
    [LATER, [], [{"type": LATER}], [{"type": "redirect"}], [{"type": "redirect", "redirect": [{"protocol": LATER}]}]],
)
def test_actions_that_are_not_known_are_unread(default: Any) -> None:
    assert why(plain(default), "plaintext_port_open") == "known_after_apply"


def test_a_rule_of_who_knows_which_listener_may_answer() -> None:
    anywhere = rule(FORWARD, listener_arn=LATER, path_pattern=["/a"])
    assert why(plain([TO_HTTPS], anywhere), "plaintext_port_open") == "known_after_apply"
    assert plain([FORWARD], anywhere)["plaintext_port_open"] is True


def test_a_listener_that_only_passes_on_tells_nothing() -> None:
    found = only(tls_endpoint, listener(protocol="TCP"), balancer(load_balancer_type="network"))
    assert {why(found, field) for field in (*TLS, "plaintext_port_open", "cert_not_after")} == {"not_in_source"}
    assert why(only(tls_endpoint, listener(protocol=LATER), balancer()), "plaintext_port_open") == "known_after_apply"


def test_an_application_load_balancer_speaks_http_unless_told_otherwise() -> None:
    assert only(tls_endpoint, listener(default_action=[FORWARD]), balancer())["plaintext_port_open"] is True
    assert why(only(tls_endpoint, listener(default_action=[FORWARD])), "plaintext_port_open") == "not_in_source"


def test_a_gateway_for_appliances_has_no_endpoint() -> None:
    assert stated(tls_endpoint, listener(), balancer(load_balancer_type="gateway")) == []
    assert stated(tls_endpoint, listener(protocol="GENEVE")) == []


@pytest.mark.parametrize(("internal", "is_public"), [(True, False), (False, True), ("true", False), (None, True)])
def test_reach_is_that_of_the_load_balancer(internal: Any, is_public: bool) -> None:
    assert only(tls_endpoint, listener(protocol="TLS"), balancer(internal=internal))["is_public"] is is_public


def test_reach_is_unread_where_the_load_balancer_does_not_tell() -> None:
    assert why(only(tls_endpoint, listener(protocol="TLS")), "is_public") == "not_in_source"
    assert (
        why(only(tls_endpoint, listener(protocol="TLS"), balancer(internal=LATER)), "is_public") == "known_after_apply"
    )


def test_the_older_names_of_the_types_mean_the_same() -> None:
    old = listener(
        "aws_alb_listener.l", protocol="HTTP", default_action=[TO_HTTPS], load_balancer_arn="<aws_alb.b.arn>"
    )
    found = only(tls_endpoint, old, balancer("aws_alb.b", internal=True))
    assert (found["is_public"], found["plaintext_port_open"]) == (False, False)


def test_a_listener_that_is_there_has_the_id_of_a_live_one() -> None:
    arn = "arn:aws:elasticloadbalancing:eu-central-1:210987654321:listener/app/shop/1a/2b"
    found = secure(arn=arn)
    assert found["id"] == "aws:210987654321:eu-central-1:elasticloadbalancing:listener/app/shop/1a/2b"
    assert arn in found["aliases"]


@pytest.mark.parametrize(
    ("certificate", "renewed"),
    [
        ({"domain_name": "example.com", "validation_method": "DNS"}, True),
        ({"domain_name": "example.com", "validation_method": "EMAIL"}, False),
        ({"domain_name": "example.com", "certificate_authority_arn": LATER}, True),
        ({"certificate_body": "PEM", "private_key": LATER}, False),
    ],
)
def test_a_certificate_is_renewed_by_who_issued_it(certificate: dict[str, Any], renewed: bool) -> None:
    declared = resource("aws_acm_certificate.c", **certificate)
    assert secure(declared, certificate_arn=known_later("aws_acm_certificate.c", "arn"))["cert_auto_renew"] is renewed


def test_a_certificate_is_found_by_its_validation() -> None:
    declared = resource("aws_acm_certificate.c", validation_method="DNS", not_after="2027-03-01T23:59:59Z")
    validated = resource(
        "aws_acm_certificate_validation.v", certificate_arn=known_later("aws_acm_certificate.c", "arn")
    )
    named = known_later("aws_acm_certificate_validation.v", "certificate_arn")
    found = secure(declared, validated, certificate_arn=named)
    assert (found["cert_auto_renew"], found["cert_not_after"]) == (True, "2027-03-01")
    assert why(found, "cert_chain_valid") == "known_after_apply"


def test_an_uploaded_certificate_is_not_renewed() -> None:
    arn = "arn:aws:iam::210987654321:server-certificate/shop"
    assert secure(certificate_arn=arn)["cert_auto_renew"] is False
    uploaded = resource("aws_iam_server_certificate.c")
    named = known_later("aws_iam_server_certificate.c", "arn")
    assert secure(uploaded, certificate_arn=named)["cert_auto_renew"] is False


@pytest.mark.parametrize("named", ["arn:aws:acm:eu-central-1:210987654321:certificate/1", LATER, None])
def test_a_certificate_outside_the_code_is_unread(named: Any) -> None:
    found = secure(certificate_arn=named)
    assert {why(found, name) for name in ("cert_auto_renew", "cert_not_after", "cert_chain_valid")} == {
        "known_after_apply"
    }
