"""The bucket that logs are delivered to: how long it keeps them, and whether they can be changed there."""

from __future__ import annotations

from collections.abc import Iterator

from ..block import Block
from ..code import Code
from ..declared import Declared
from ..value import Unknown
from .buckets.settings import BUCKET, Settings
from .buckets.settled import NotSettled, settled

_LIFECYCLE = "aws_s3_bucket_lifecycle_configuration"
_LOCK = "aws_s3_bucket_object_lock_configuration"

FOR_EVER = -1


class LogBuckets:
    """The buckets of the code as stores of logs."""

    def __init__(self, code: Code) -> None:
        self._code = code
        self._settings = Settings(code, (_LIFECYCLE, _LOCK))

    def of(self, user: Declared, argument: str) -> Declared | Unknown:
        """Return the bucket that an argument names, or why the code does not tell what it is like."""
        found = self._code.targets(user, argument, BUCKET)
        if isinstance(found, Unknown):
            return found
        return found[0] if len(found) == 1 else Unknown("not_in_source", operation=f"the bucket of {user.address}")

    def retention(self, bucket: Declared, keys: str) -> int | Unknown:
        """Return the days after which the lifecycle deletes what is called `keys...`; of several rules the first."""
        try:
            self._check(bucket, _LIFECYCLE, "lifecycle_rule")
            rules = [*settled(bucket.arguments.blocks("lifecycle_rule")), *self._separate(bucket, _LIFECYCLE)]
            return min((days for rule in rules for days in _ends(rule, keys)), default=FOR_EVER)
        except NotSettled as missing:
            return missing.unknown

    def is_locked(self, bucket: Declared) -> bool | Unknown:
        """Say whether a default lock keeps every new object from change."""
        try:
            self._check(bucket, _LOCK, "object_lock_configuration")
            inline = settled(bucket.arguments.blocks("object_lock_configuration"))
            rules = [
                *self._separate(bucket, _LOCK),
                *(rule for block in inline for rule in settled(block.blocks("rule"))),
            ]
            locks = [lock for rule in rules for lock in settled(rule.blocks("default_retention"))]
            return any(settled(lock.text("mode")) for lock in locks)
        except NotSettled as missing:
            return missing.unknown

    def _check(self, bucket: Declared, type_: str, inline: str) -> None:
        """Raise `NotSettled` where the bucket may have a setting that the code does not show as its own."""
        if self._settings.of(bucket, type_) or bucket.values.get(inline):
            return
        doubts = self._settings.doubts(bucket, type_)
        if doubts:
            raise NotSettled(Unknown("known_after_apply", operation=f"{doubts[0].address} bucket"))
        if not bucket.is_new or not self._code.complete:
            raise NotSettled(Unknown("not_in_source", operation=f"{type_} of {bucket.address}"))

    def _separate(self, bucket: Declared, type_: str) -> list[Block]:
        return [rule for one in self._settings.of(bucket, type_) for rule in settled(one.arguments.blocks("rule"))]


def _ends(rule: Block, keys: str) -> Iterator[int]:
    """Yield the days after which a rule deletes logs, if it does."""
    expirations = settled(rule.blocks("expiration"))
    if not expirations or not _is_on(rule) or not _meets(rule, keys):
        return
    for expiration in expirations:
        if settled(expiration.text("date")) is not None:
            raise NotSettled(Unknown("unsupported", operation="expiration on a date"))
        days = settled(expiration.number("days"))
        if days:
            yield days


def _is_on(rule: Block) -> bool:
    """Say whether a rule is enabled; inside a bucket that is a flag, beside it a text."""
    return settled(rule.flag("enabled")) is True or settled(rule.text("status")) == "Enabled"


def _meets(rule: Block, keys: str) -> bool:
    """Say whether a rule takes in logs: no log has a tag, and of any size there are some."""
    filters = settled(rule.blocks("filter"))
    places = [rule, *filters, *(inner for block in filters for inner in settled(block.blocks("and")))]
    if any(place.value("tags") or place.value("tag") for place in places):
        return False
    prefixes = [settled(place.text("prefix")) or "" for place in places]
    return all(keys.startswith(prefix) or prefix.startswith(keys) for prefix in prefixes)
