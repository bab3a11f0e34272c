"""Buckets with their lifecycle rules, whether code sets them inline or as resources of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assay.collector import Output

from ..code import Code
from .buckets.asked import DeclaredBucket
from .buckets.facts import QUESTIONS, facts_of
from .buckets.naming import Named, bucket_id
from .buckets.settings import BUCKET, Settings
from .buckets.site import Account, account, site

__all__ = ["KINDS", "bucket_id", "build"]

KINDS: Sequence[str] = ("storage_bucket", "lifecycle_rule")

_NOT_JUDGED = {
    "aws_s3_directory_bucket": "directory buckets",
    "aws_s3control_bucket": "buckets on Outposts",
    "aws_s3_access_point": "access points",
    "aws_s3control_multi_region_access_point": "access points",
}


def build(code: Code, out: Output) -> None:
    """State the facts of every declared bucket."""
    settings = Settings(code, {question.type: None for question in QUESTIONS.values() if question.type})
    for bucket in _buckets(code, settings):
        resource, rules = facts_of(bucket)
        out.resource("storage_bucket", resource)
        for rule in rules:
            out.resource("lifecycle_rule", rule)
        if "lifecycle_state" in resource.unread:
            out.incomplete("lifecycle_rule", *resource.unread["lifecycle_state"])
    for line in (*_left_out(code), *_of_others(settings)):
        out.note(line)


def _buckets(code: Code, settings: Settings) -> Iterator[DeclaredBucket]:
    accounts: dict[str | None, Account] = {}
    for declared in code.of(BUCKET):
        id_ = code.account_of(declared)
        if id_ not in accounts:
            accounts[id_] = account(code, id_)
        named = Named(code, declared)
        yield DeclaredBucket(named, settings, site(named, accounts[id_]), QUESTIONS)


def _left_out(code: Code) -> Iterator[str]:
    """Yield a line for each sort of thing that holds or opens objects and that is not judged."""
    for type_, words in _NOT_JUDGED.items():
        if found := code.of(type_):
            yield f"{words} are not judged: {', '.join(one.address for one in found[:3])}{_more(len(found) - 3)}"


def _of_others(settings: Settings) -> Iterator[str]:
    if names := sorted(settings.of_others):
        told = f"{', '.join(names[:3])}{_more(len(names) - 3)}"
        yield f"settings of buckets that this code does not declare are not judged: {told}"


def _more(count: int) -> str:
    return f" and {count} more" if count > 0 else ""
