"""What the parts of a policy that are not known may change in the facts that the rest gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assay.collector import Resource

from ....aws.answers import Found, Unread
from ....aws.policy import Condition, MalformedPolicy, Statement, grantees, parse
from ....aws.s3.operations import POLICY
from ..keys.principals import may_be_anybody, principals
from ..tokens import references_of
from .asked import DeclaredBucket

_TOKEN = re.compile(r"<[^<>]*>")
_GIVEN_BY_AWS = re.compile(r"<AWS(::|\.)")
_DENIALS = {"deny_insecure_transport": "aws:securetransport", "deny_unencrypted_put": "s3:x-amz-server-side-encryption"}
_WHY = Unread("known_after_apply", "policy")


def state_doubts(resource: Resource, bucket: DeclaredBucket) -> None:
    """Leave unread what a value may change that stands in the policy and is not known."""
    answer = bucket.ask(POLICY)
    if not isinstance(answer, Found) or not _is_open(bucket, [answer.value]):
        return
    try:
        statements = parse(answer.value)
    except MalformedPolicy:
        _WHY.miss(resource, [*_DENIALS, "policy_public", "external_principals"])
        return
    _doubt_denials(resource, bucket, [statement for statement in statements if statement.denies])
    _doubt_grants(resource, bucket, [statement for statement in statements if not statement.denies])


def _doubt_denials(resource: Resource, bucket: DeclaredBucket, statements: Iterable[Statement]) -> None:
    """A denial may be one more of those that count; what denies already, goes on to."""
    doubtful = [statement for statement in statements if _is_open(bucket, _texts(statement))]
    for field, key in _DENIALS.items():
        about = any(c.key.startswith(key) or _is_open(bucket, [c.key]) for s in doubtful for c in s.conditions)
        if about and resource.facts.get(field) is False:
            _WHY.miss(resource, [field])


def _doubt_grants(resource: Resource, bucket: DeclaredBucket, statements: Sequence[Statement]) -> None:
    """An open condition may narrow `*` or not; an open principal may be anybody."""
    least = grantees(s for s in statements if not any(_is_open(bucket, _lines(c)) for c in s.conditions))
    most = grantees(
        replace(s, conditions=tuple(c for c in s.conditions if not _is_open(bucket, _lines(c)))) for s in statements
    )
    code, declared = bucket.code, bucket.declared
    if "*" not in least and ("*" in most or any(may_be_anybody(code, declared, name) for name in most)):
        _WHY.miss(resource, ["policy_public", "external_principals"])
    elif principals(code, declared, most) is None:
        _WHY.miss(resource, ["external_principals"])


def _is_open(bucket: DeclaredBucket, texts: Iterable[str]) -> bool:
    """Whether a text holds a value that is not known and no attribute of something declared."""
    tokens = (token for text in texts for token in _TOKEN.findall(text))
    return any(not _GIVEN_BY_AWS.match(token) and not _is_declared(bucket, token) for token in tokens)


def _is_declared(bucket: DeclaredBucket, token: str) -> bool:
    return any(bucket.code.resolve(reference, bucket.declared) for reference in references_of(token))


def _texts(statement: Statement) -> list[str]:
    named = [value for _, value in statement.principals]
    lines = [text for condition in statement.conditions for text in _lines(condition)]
    return [*named, *statement.actions, *statement.resources, *lines]


def _lines(condition: Condition) -> tuple[str, ...]:
    return (condition.operator, condition.key, *condition.values)
