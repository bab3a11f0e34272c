"""What the policy of a bucket denies to all, and whom it lets in."""

from __future__ import annotations

from assay.collector import Resource

from ..answers import Answer, Found, NotSet, Unread
from ..policy import (
    MalformedPolicy,
    Statement,
    denies_insecure_transport,
    denies_unencrypted_put,
    grantees,
    parse,
)
from .operations import POLICY, POLICY_STATUS
from .site import Bucket

_EVERYBODY = {"*"}


def state_policy(resource: Resource, bucket: Bucket) -> set[str] | Unread:
    """State the facts of the policy and return whom it lets in, `*` being everybody."""
    statements = _statements(bucket)
    status = bucket.ask(POLICY_STATUS)
    if isinstance(statements, Unread):
        statements.miss(resource, ["deny_insecure_transport", "deny_unencrypted_put"])
        _state_public(resource, status)
        return statements
    resource.state("deny_insecure_transport", denies_insecure_transport(statements, bucket.arn))
    resource.state("deny_unencrypted_put", denies_unencrypted_put(statements, bucket.arn))
    let_in = _let_in(bucket, grantees(statements), status)
    resource.state("policy_public", "*" in let_in)
    return let_in


def _statements(bucket: Bucket) -> list[Statement] | Unread:
    match bucket.ask(POLICY):
        case Found(text):
            try:
                return parse(text)
            except MalformedPolicy:
                return Unread("corrupt", POLICY.label)
        case NotSet():
            return []
        case Unread() as unread:
            return unread


def _let_in(bucket: Bucket, named: set[str], status: Answer) -> set[str]:
    """Return whom the policy lets in: on AWS its own word on `*` outweighs our reading of the conditions."""
    match status:
        case Found({"IsPublic": True}):
            return named | _EVERYBODY
        case Found({"IsPublic": False}) if bucket.site.is_aws:
            return named - _EVERYBODY
    return named


def _state_public(resource: Resource, status: Answer) -> None:
    """State `policy_public` where the policy itself could not be read."""
    match status:
        case Found({"IsPublic": bool(public)}):
            resource.state("policy_public", public)
        case NotSet():
            resource.state("policy_public", False)
        case Unread() as unread:
            unread.miss(resource, ["policy_public"])
        case Found():
            resource.miss("policy_public", "corrupt", POLICY_STATUS.label)
