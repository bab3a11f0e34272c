"""The certificate of an endpoint: until when it is good, and whether it is renewed by itself."""

from __future__ import annotations

from typing import Any

from assay.collector import Resource

from ...code import Code
from ...declared import Declared
from ...value import Unknown
from ..telling import tell

_REQUESTED = "aws_acm_certificate"
_VALIDATION = "aws_acm_certificate_validation"
_UPLOADED = "aws_iam_server_certificate"
_FIELDS = ("cert_not_after", "cert_chain_valid", "cert_auto_renew")
# E-mail validation needs an answer each time; the others are repeated by the certificate manager.
_REPEATED = {"DNS": True, "HTTP": True, "EMAIL": False}


def state_certificate(resource: Resource, code: Code, user: Declared, value: Any, argument: str) -> None:
    """State what the code tells of the certificate that an argument names; a handshake tells the rest."""
    miss_certificate(resource, "known_after_apply", argument)
    certificate = _certificate(code, user, value, argument)
    if certificate is None:
        if isinstance(value, str) and ":server-certificate/" in value:
            resource.state("cert_auto_renew", False)
        return
    end = certificate.arguments.text("not_after" if certificate.type == _REQUESTED else "expiration")
    if isinstance(end, str):
        resource.state("cert_not_after", end[: len("2026-11-21")])
    renewed = False if certificate.type == _UPLOADED else _is_renewed(certificate)
    if renewed is not None:
        tell(resource, "cert_auto_renew", renewed)


def miss_certificate(resource: Resource, reason: str, operation: str) -> None:
    """Say why nothing is known of the certificate."""
    for field in _FIELDS:
        resource.miss(field, reason, operation)


def _certificate(code: Code, user: Declared, value: Any, argument: str) -> Declared | None:
    found = code.named(value, user, (_REQUESTED, _VALIDATION, _UPLOADED), user.references.get(argument, ()))
    if isinstance(found, Unknown) or len(found) != 1:
        return None
    if found[0].type != _VALIDATION:
        return found[0]
    validated = code.targets(found[0], "certificate_arn", _REQUESTED)
    return validated[0] if isinstance(validated, list) and len(validated) == 1 else None


def _is_renewed(certificate: Declared) -> bool | Unknown | None:
    """Say whether the certificate manager renews it: what it issued, and not what was imported."""
    if any(certificate.values.get(name) is not None for name in ("private_key", "certificate_body")):
        return False
    if certificate.values.get("certificate_authority_arn") is not None:
        return True
    method = certificate.arguments.text("validation_method")
    return method if isinstance(method, Unknown) else _REPEATED.get(method or "")
