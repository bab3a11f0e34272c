"""Versioning and object lock as code writes them."""

from __future__ import annotations

from collections.abc import Sequence

from ....aws.answers import Answer, Found, NotSet
from ...block import Block
from ...declared import Declared
from .asked import DeclaredBucket, Question
from .settled import needed, settled


def _versioning(setting: Declared) -> Answer:
    status = settled(needed(setting.arguments, "versioning_configuration")[0].text("status"))
    return NotSet() if status == "Disabled" else Found(status)


def _inline_versioning(bucket: DeclaredBucket) -> Answer | None:
    block = settled(bucket.declared.arguments.block("versioning"))
    if block is None:
        return None
    if settled(block.flag("enabled")):
        return Found("Enabled")
    # Of a bucket that is there already this does not tell suspended versioning from none.
    return NotSet() if bucket.declared.is_new else None


def _is_lockable(bucket: DeclaredBucket) -> bool:
    """Whether the bucket is made for locks, which switches versioning on."""
    return settled(bucket.declared.arguments.flag("object_lock_enabled")) is True


def _lock(rules: Sequence[Block]) -> Answer:
    """Answer the default retention; a lock without one locks nothing by itself."""
    retentions = [settled(rule.block("default_retention")) for rule in rules]
    retention = next((block for block in retentions if block is not None), None)
    if retention is None:
        return Found({})
    made = {
        "Mode": settled(retention.text("mode")) or "none",
        "Days": settled(retention.number("days")),
        "Years": settled(retention.number("years")),
    }
    return Found({"Rule": {"DefaultRetention": made}})


def _inline_lock(bucket: DeclaredBucket) -> Answer | None:
    arguments = bucket.declared.arguments
    block = settled(arguments.block("object_lock_configuration"))
    if block is not None:
        return _lock(settled(block.blocks("rule")))
    return NotSet() if settled(arguments.flag("object_lock_enabled")) is False else None


VERSIONING = Question(
    "aws_s3_bucket_versioning",
    lambda _, setting: _versioning(setting),
    _inline_versioning,
    lambda bucket: Found("Enabled") if _is_lockable(bucket) else NotSet(),
    removed=lambda _: Found("Suspended"),
)
OBJECT_LOCK = Question(
    "aws_s3_bucket_object_lock_configuration",
    lambda _, setting: _lock(settled(setting.arguments.blocks("rule"))),
    _inline_lock,
    lambda bucket: Found({}) if _is_lockable(bucket) else NotSet(),
    removed=lambda _: Found({}),
)
