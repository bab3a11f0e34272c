"""Load balancers: whether what listens on them faces the internet."""

from __future__ import annotations

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ...value import Unknown
from ..telling import DEFAULT, tell

BALANCERS = ("aws_lb", "aws_alb", "data.aws_lb", "data.aws_alb")


def balancer_of(code: Code, listener: Declared) -> Declared | None:
    """Return the load balancer of a listener, or None where the code does not show it."""
    found = code.targets(listener, "load_balancer_arn", *BALANCERS)
    return found[0] if isinstance(found, list) and len(found) == 1 else None


def state_reach(resource: Resource, balancer: Declared | None) -> None:
    """State `is_public`; a new load balancer faces the internet unless it is told to be internal."""
    internal = None if balancer is None else balancer.arguments.flag("internal")
    if internal is not None:
        tell(resource, "is_public", internal if isinstance(internal, Unknown) else not internal)
    elif balancer is not None and balancer.is_new:
        resource.state("is_public", True, DEFAULT)
    else:
        resource.miss("is_public", "not_in_source", "load balancer")
