"""Endpoints that answer TLS, or should: listeners, classic load balancers, distributions, domain names of APIs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assay.collector import Output, Resource

from ..code import Code
from ..declared import Declared
from .endpoints.api_domains import DOMAINS, api_domain
from .endpoints.classic import classic
from .endpoints.distributions import distribution
from .endpoints.listeners import LISTENERS, listener
from .labels import tell_labels

KINDS: Sequence[str] = ("tls_endpoint",)


def build(code: Code, out: Output) -> None:
    """State the facts of every declared endpoint."""
    for declared, resource in _endpoints(code):
        tell_labels(resource, declared)
        out.resource("tls_endpoint", resource)


def _endpoints(code: Code) -> Iterator[tuple[Declared, Resource]]:
    for declared in code.of(*LISTENERS):
        resource = listener(code, declared)
        if resource is not None:
            yield declared, resource
    yield from ((declared, classic(code, declared)) for declared in code.of("aws_elb"))
    yield from ((declared, distribution(code, declared)) for declared in code.of("aws_cloudfront_distribution"))
    yield from ((declared, api_domain(code, declared)) for declared in code.of(*DOMAINS))
