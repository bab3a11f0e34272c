"""Domain names of API Gateway, which answers HTTPS only."""

from __future__ import annotations

from assay.collector import Resource

from ...block import Block
from ...code import Code
from ...declared import Declared
from ...ids import identified
from ...value import Unknown
from ..telling import DEFAULT, tell
from .certificates import state_certificate
from .security_policies import state_policy

DOMAINS = ("aws_api_gateway_domain_name", "aws_apigatewayv2_domain_name")


def api_domain(code: Code, declared: Declared) -> Resource:
    """Return the endpoint that a domain name of an API is."""
    name = declared.arguments.text("domain_name")
    known = name if isinstance(name, str) else None
    resource = identified(code, declared, "apigateway", "domainnames", known)
    resource.state("plaintext_port_open", False, DEFAULT)
    settings = _settings(declared)
    _state_reach(resource, declared, settings)
    state_policy(resource, declared, "apigateway", settings.text("security_policy"))
    argument = "regional_certificate_arn" if settings.value("regional_certificate_arn") else "certificate_arn"
    state_certificate(resource, code, declared, settings.value(argument), argument)
    return resource


def _settings(declared: Declared) -> Block:
    """Return the block that holds policy and certificate, which the first sort of API has none of."""
    if declared.type == DOMAINS[0]:
        return declared.arguments
    block = declared.arguments.block("domain_name_configuration")
    if isinstance(block, Unknown):
        return Block(dict.fromkeys(("security_policy", "endpoint_type", "certificate_arn"), block))
    return block or Block({})


def _state_reach(resource: Resource, declared: Declared, settings: Block) -> None:
    """State `is_public`: a private name answers inside its networks only."""
    block = declared.arguments.block("endpoint_configuration")
    if isinstance(block, Unknown):
        resource.miss("is_public", block.reason, "endpoint_configuration")
        return
    types = block.texts("types") if block else settings.texts("endpoint_type")
    if types is None:
        resource.miss("is_public", "not_in_source", "endpoint type")
    else:
        tell(resource, "is_public", types if isinstance(types, Unknown) else "PRIVATE" not in types)
