"""Access log, tags and replication as code writes them."""

from __future__ import annotations

from collections.abc import Sequence

from ....aws.answers import Answer, Found, NotSet, Unread
from ...block import Block
from ...declared import Declared
from ...value import Unknown, has_unknown
from .asked import DeclaredBucket, Question
from .naming import Named
from .settings import BUCKET
from .settled import leaf, needed, settled


def _log(bucket: DeclaredBucket, user: Declared, argument: str, block: Block) -> Answer:
    """Answer where the log goes; that it is kept is known even if its place is not."""
    target = block.value("target_bucket")
    if target == "":
        return NotSet()
    return Found({"TargetBucket": _bucket_name(bucket, user, argument, target)})


def _inline_log(bucket: DeclaredBucket) -> Answer | None:
    if bucket.declared.values.get("logging") == []:
        return NotSet()
    block = settled(bucket.declared.arguments.block("logging"))
    return None if block is None else _log(bucket, bucket.declared, "logging", block)


def _bucket_name(bucket: DeclaredBucket, user: Declared, argument: str, value: object) -> str | Unread:
    """Return the name of the bucket that an argument means, or what stands for it."""
    found = bucket.code.named(value, user, (BUCKET,), user.references.get(argument, ()))
    if isinstance(found, list) and len(found) == 1:
        return Named(bucket.code, found[0]).name
    if isinstance(value, str):
        return value
    return leaf(found if isinstance(found, Unknown) else Unknown(), f"{user.address} {argument}")


def _tags(bucket: DeclaredBucket) -> Answer:
    values = bucket.declared.values
    tags = values.get("tags_all", values.get("tags"))
    if has_unknown(tags):
        return Unread("known_after_apply", f"{bucket.declared.address} tags")
    if not isinstance(tags, dict):
        return NotSet()
    return Found([{"Key": key, "Value": str(value)} for key, value in tags.items() if value is not None])


def _replication(bucket: DeclaredBucket, user: Declared, argument: str, rules: Sequence[Block]) -> Answer:
    return Found({"Rules": [_copied(bucket, user, argument, rule) for rule in rules]})


def _copied(bucket: DeclaredBucket, user: Declared, argument: str, rule: Block) -> dict[str, object]:
    destination = settled(rule.block("destination"))
    value = None if destination is None else destination.value("bucket")
    arn = value.rpartition(":")[2] if isinstance(value, str) else value
    name = "" if arn is None else _bucket_name(bucket, user, argument, arn)
    return {
        "Status": settled(rule.text("status")),
        "Destination": {"Bucket": settled(Unknown() if isinstance(name, Unread) else name)},
    }


def _inline_replication(bucket: DeclaredBucket) -> Answer | None:
    argument = "replication_configuration"
    if bucket.declared.values.get(argument) == []:
        return NotSet()
    block = settled(bucket.declared.arguments.block(argument))
    return None if block is None else _replication(bucket, bucket.declared, argument, settled(block.blocks("rules")))


def _none(_: DeclaredBucket) -> Answer:
    return NotSet()


LOGGING = Question(
    "aws_s3_bucket_logging",
    lambda bucket, setting: _log(bucket, setting, "target_bucket", setting.arguments),
    _inline_log,
    _none,
    removed=_none,
)
TAGS = Question("", lambda bucket, _: _tags(bucket), _tags, _tags, removed=_tags)
REPLICATION = Question(
    "aws_s3_bucket_replication_configuration",
    lambda bucket, setting: _replication(bucket, setting, "rule", needed(setting.arguments, "rule")),
    _inline_replication,
    _none,
    removed=_none,
)
