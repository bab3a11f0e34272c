"""Web applications as the code shows them: what answers HTTP from outside, with the firewall before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assay.collector import Output, Resource

from ..code import Code
from ..declared import Declared
from ..ids import identified
from ..value import Unknown
from .loose import loose
from .telling import tell
from .web_firewall import WEB_ACLS, Mode, mode, strongest

KINDS: Sequence[str] = ("application",)

_BALANCERS = ("aws_lb", "aws_alb")
_CLASSIC = "aws_elb"
_STAGE = "aws_api_gateway_stage"
_DISTRIBUTION = "aws_cloudfront_distribution"
_ASSOCIATIONS = ("aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association")


def build(code: Code, out: Output) -> None:
    """State load balancers of the web, stages of REST APIs and distributions; others have no such firewall."""
    for resource in (*_balancers(code), *_stages(code), *_distributions(code)):
        out.resource(KINDS[0], resource)


def _balancers(code: Code) -> Iterator[Resource]:
    for declared in code.of(*_BALANCERS):
        if declared.arguments.text("load_balancer_type") not in ("network", "gateway"):
            resource = _identified(code, declared, "loadbalancer/app")
            _tell_reach(resource, declared)
            tell(resource, "waf_mode", _associated(code, declared))
            yield resource
    for declared in code.of(_CLASSIC):
        if _answers_http(declared):
            resource = _identified(code, declared, "loadbalancer")
            _tell_reach(resource, declared)
            resource.state("waf_mode", "none")  # the firewall does not go with this sort of load balancer
            yield resource


def _stages(code: Code) -> Iterator[Resource]:
    for declared in code.of(_STAGE):
        name = declared.arguments.text("stage_name")
        resource = identified(code, declared, "apigateway", "stage", None)
        resource.name = name if isinstance(name, str) else resource.name
        tell(resource, "internet_facing", _is_public_api(code, declared))
        tell(resource, "waf_mode", _associated(code, declared))
        yield resource


def _distributions(code: Code) -> Iterator[Resource]:
    for declared in code.of(_DISTRIBUTION):
        resource = identified(code, declared, "cloudfront", "distribution", None)
        enabled = declared.arguments.flag("enabled")
        tell(resource, "internet_facing", True if enabled is None else enabled)
        has_firewall = declared.values.get("web_acl_id") not in (None, "")
        tell(resource, "waf_mode", _of_web_acl(code, declared, "web_acl_id") if has_firewall else "none")
        yield resource


def _identified(code: Code, balancer: Declared, type_: str) -> Resource:
    name = balancer.arguments.text("name")
    return identified(code, balancer, "elasticloadbalancing", type_, name if isinstance(name, str) else None)


def _tell_reach(resource: Resource, balancer: Declared) -> None:
    """Say whether a load balancer faces the internet; a new one does unless it is told to be internal."""
    internal = balancer.arguments.flag("internal")
    if internal is None and balancer.is_new:
        resource.state("internet_facing", True, "provider_default")
    elif internal is None:
        resource.miss("internet_facing", "not_in_source", "internal")
    else:
        tell(resource, "internet_facing", internal if isinstance(internal, Unknown) else not internal)


def _answers_http(balancer: Declared) -> bool:
    """Say whether a classic load balancer may answer HTTP."""
    listeners = balancer.arguments.blocks("listener")
    if isinstance(listeners, Unknown):
        return True
    protocols = [listener.text("lb_protocol") for listener in listeners]
    return any(isinstance(one, Unknown) or str(one).lower() in ("http", "https") for one in protocols)


def _is_public_api(code: Code, stage: Declared) -> bool | Unknown:
    """Say whether a REST API has an endpoint outside of private networks, as it has by default."""
    apis = code.targets(stage, "rest_api_id", "aws_api_gateway_rest_api")
    if isinstance(apis, Unknown) or not apis:
        return apis if isinstance(apis, Unknown) else Unknown("not_in_source", operation="rest_api_id")
    endpoints = apis[0].arguments.block("endpoint_configuration")
    types = endpoints if endpoints is None or isinstance(endpoints, Unknown) else endpoints.texts("types")
    return types if isinstance(types, Unknown) else "PRIVATE" not in (types or ())


def _associated(code: Code, front: Declared) -> Mode:
    """Return the mode of the firewall that is put before something; what exists may have one from elsewhere."""
    associations = code.users(front, "resource_arn", *_ASSOCIATIONS)
    if associations:
        return strongest(_of_web_acl(code, one, _argument(one)) for one in associations)
    if loose(code, "resource_arn", front.type, *_ASSOCIATIONS):
        return Unknown("known_after_apply", operation="resource_arn of the web ACL associations")
    whole = code.complete and front.is_new
    return "none" if whole else Unknown("not_in_source", operation="web ACL associations")


def _argument(association: Declared) -> str:
    return "web_acl_arn" if association.type == _ASSOCIATIONS[0] else "web_acl_id"


def _of_web_acl(code: Code, user: Declared, argument: str) -> Mode:
    """Return the mode of the web ACL that an argument names; one that the code does not hold may do anything."""
    found = code.targets(user, argument, *WEB_ACLS)
    if isinstance(found, Unknown):
        return found
    return strongest(mode(code, one) for one in found) if found else Unknown("not_in_source", operation=argument)
