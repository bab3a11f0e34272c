"""What listeners of load balancers do with requests, and to which requests a rule bears."""

from __future__ import annotations

from typing import Any

from ...iac.value import Unknown
from .forms import each, one
from .shape import Arguments, From, Properties, take
from .words import blocks

_FIXED: Arguments = {"status_code": "StatusCode", "content_type": "ContentType"}
_GROUPS: Arguments = {"target_group": From("TargetGroups", each({"arn": "TargetGroupArn", "weight": "Weight"}))}
ACTION: Arguments = {
    "type": "Type",
    "order": "Order",
    "target_group_arn": "TargetGroupArn",
    "redirect": From("RedirectConfig", blocks),
    "fixed_response": From("FixedResponseConfig", one(_FIXED)),
    "forward": From("ForwardConfig", one(_GROUPS)),
    "authenticate_oidc": From("AuthenticateOidcConfig", blocks),
    "authenticate_cognito": From("AuthenticateCognitoConfig", blocks),
}
_FIELDS = {
    "path-pattern": "PathPatternConfig",
    "host-header": "HostHeaderConfig",
    "http-header": "HttpHeaderConfig",
    "http-request-method": "HttpRequestMethodConfig",
    "query-string": "QueryStringConfig",
    "source-ip": "SourceIpConfig",
}


def _condition(field: str) -> Any:
    """Return what takes the condition on one field, in the present form or the older one with bare values."""

    def taken(condition: Properties) -> Any:
        found = take(condition, From(_FIELDS[field], blocks))
        if found is not None:
            return found
        written, values = condition.get("Field"), condition.get("Values")
        if isinstance(written, Unknown):
            return written
        return [{"values": values}] if written == field and values is not None else None

    return taken


CONDITION: Arguments = {field.replace("-", "_"): _condition(field) for field in _FIELDS}
