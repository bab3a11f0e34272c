"""Distributions of CloudFront: what they accept from viewers."""

from __future__ import annotations

from assay.collector import Resource

from ...block import Block
from ...code import Code
from ...declared import Declared
from ...ids import identified
from ...value import Unknown
from ..telling import tell
from .certificates import miss_certificate, state_certificate
from .security_policies import miss_tls, state_policy

_DEFAULT = "TLSv1"
_BEHAVIORS = ("default_cache_behavior", "ordered_cache_behavior")


def distribution(code: Code, declared: Declared) -> Resource:
    """Return the endpoint that a distribution is; every one faces the internet."""
    id_ = declared.arguments.text("id")
    resource = identified(code, declared, "cloudfront", "distribution", id_ if isinstance(id_, str) else None)
    resource.state("is_public", True)
    tell(resource, "plaintext_port_open", _answers_in_clear(declared))
    viewer = declared.arguments.block("viewer_certificate")
    if isinstance(viewer, Unknown):
        miss_tls(resource, viewer.reason, "viewer_certificate")
        miss_certificate(resource, viewer.reason, "viewer_certificate")
    else:
        _state_viewer(resource, code, declared, viewer or Block({}))
    return resource


def _state_viewer(resource: Resource, code: Code, declared: Declared, viewer: Block) -> None:
    arn, uploaded = viewer.value("acm_certificate_arn"), viewer.value("iam_certificate_id")
    if not arn and not uploaded:
        # Its own name under cloudfront.net: the service renews the certificate and fixes the policy.
        state_policy(resource, declared, "cloudfront", _DEFAULT)
        miss_certificate(resource, "known_after_apply", "viewer_certificate")
        resource.state("cert_auto_renew", True)
        return
    state_policy(resource, declared, "cloudfront", viewer.text("minimum_protocol_version"), _DEFAULT)
    state_certificate(resource, code, declared, arn, "viewer_certificate")
    if uploaded:
        resource.state("cert_auto_renew", False)


def _answers_in_clear(declared: Declared) -> bool | Unknown:
    """Say whether one of the behaviours answers HTTP without redirect."""
    found: list[bool | Unknown] = []
    for name in _BEHAVIORS:
        behaviors = declared.arguments.blocks(name)
        if isinstance(behaviors, Unknown):
            found.append(behaviors)
        else:
            found += [_allows_all(behavior) for behavior in behaviors]
    if True in found:
        return True
    unknown = next((one for one in found if isinstance(one, Unknown)), None)
    return unknown or (False if found else Unknown("not_in_source", operation="default_cache_behavior"))


def _allows_all(behavior: Block) -> bool | Unknown:
    policy = behavior.text("viewer_protocol_policy")
    if policy is None:
        return Unknown("not_in_source", operation="viewer_protocol_policy")
    return policy if isinstance(policy, Unknown) else policy == "allow-all"
