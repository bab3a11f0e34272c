"""What a policy denies to all: requests without TLS, and uploads without the required encryption.

A Deny counts only when it is written for every principal (`*`) and has no further condition, so that nothing
slips past it: NotPrincipal, NotAction and NotResource do not count. A lowest TLS version (`s3:TlsVersion`) is
no denial of clear text: it speaks of requests with TLS.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .document import Condition, Statement
from .patterns import covers_objects, covers_text

_MODE = "s3:x-amz-server-side-encryption"
_KEY = "s3:x-amz-server-side-encryption-aws-kms-key-id"
_DIFFERS = ("stringnotequals", "stringnotequalsignorecase", "stringnotlike", "arnnotequals", "arnnotlike")


def denies_insecure_transport(statements: Iterable[Statement], bucket: str) -> bool:
    """Whether all S3 actions without TLS are denied, on the bucket (given by its ARN) and on its objects."""
    denials = [s for s in statements if _denies_all(s, _is_insecure) and {"*", "s3:*"} & set(s.actions)]
    resources = [resource for denial in denials for resource in denial.resources]
    return any(covers_text(r, bucket) for r in resources) and any(covers_objects(r, bucket) for r in resources)


def denies_unencrypted_put(statements: Iterable[Statement], bucket: str) -> bool:
    """Whether uploads without the required encryption, or with another mode or key, are denied."""
    return any(
        _denies_all(statement, _is_about_encryption)
        and any(_is_wrong_encryption(condition) for condition in statement.conditions)
        and any(covers_text(action, "s3:putobject") for action in statement.actions)
        and any(covers_objects(resource, bucket) for resource in statement.resources)
        for statement in statements
    )


def _denies_all(statement: Statement, allowed: Callable[[Condition], bool]) -> bool:
    """Whether it denies to everyone under such conditions alone, of which it has at least one."""
    conditions = statement.conditions
    return statement.denies and statement.names_everyone and bool(conditions) and all(map(allowed, conditions))


def _is_insecure(condition: Condition) -> bool:
    return (
        condition.operator in ("bool", "boolifexists")
        and condition.key == "aws:securetransport"
        and [value.lower() for value in condition.values] == ["false"]
    )


def _is_about_encryption(condition: Condition) -> bool:
    return condition.key in (_MODE, _KEY)


def _is_wrong_encryption(condition: Condition) -> bool:
    """Whether it holds for an upload without the header, or with a value that is not wanted."""
    if condition.operator == "null":
        return [value.lower() for value in condition.values] == ["true"]
    return condition.operator.removesuffix("ifexists") in _DIFFERS
