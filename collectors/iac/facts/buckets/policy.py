"""The policy of a bucket as code writes it."""

from __future__ import annotations

from ....aws.answers import Answer, Found, NotSet, Unread
from ....aws.s3 import operations
from ...declared import Declared
from ...policy_documents import policy_text
from ...value import Unknown
from .asked import DeclaredBucket, Question
from .settled import settled


def _separate(bucket: DeclaredBucket, setting: Declared) -> Answer:
    return _policy(bucket, setting) or settled(Unknown())


def _inline(bucket: DeclaredBucket) -> Answer | None:
    if bucket.declared.values.get("policy") == "":
        return NotSet()
    return _policy(bucket, bucket.declared)


def _policy(bucket: DeclaredBucket, user: Declared) -> Answer | None:
    if isinstance(user.values.get("policy"), Unknown):
        # The document that it is made of may tell some of it, but not on which objects the statements bear.
        settled(user.values["policy"])
    text = settled(policy_text(bucket.code, user, "policy"))
    return None if text is None else Found(bucket.named.spelled(text))


def _status(bucket: DeclaredBucket) -> Answer:
    """Answer whether AWS calls the policy public, which it will say only of one that is there and well formed."""
    answer = bucket.ask(operations.POLICY)
    return Unread("corrupt", "policy") if isinstance(answer, Found) else answer


def _none(_: DeclaredBucket) -> Answer:
    return NotSet()


POLICY = Question("aws_s3_bucket_policy", _separate, _inline, _none, removed=_none)
POLICY_STATUS = Question("", lambda bucket, _: _status(bucket), _status, _status, removed=_status)
