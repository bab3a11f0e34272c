"""Default encryption as code writes it."""

from __future__ import annotations

from collections.abc import Sequence

from ....aws.answers import Answer, Found
from ...block import Block
from ...declared import Declared
from ...value import Unknown
from ..key_links import KEYS, key_of
from .asked import NOT_KNOWN, DeclaredBucket, Question
from .settled import NotSettled, needed, settled

_BLOCK = "server_side_encryption_configuration"
_BY_SERVICE = {"SSEAlgorithm": "AES256"}


def _separate(bucket: DeclaredBucket, setting: Declared) -> Answer:
    return _answer(bucket, setting, "rule", needed(setting.arguments, "rule"))


def _inline(bucket: DeclaredBucket) -> Answer | None:
    block = settled(bucket.declared.arguments.block(_BLOCK))
    return None if block is None else _answer(bucket, bucket.declared, _BLOCK, settled(block.blocks("rule")))


def _answer(bucket: DeclaredBucket, user: Declared, argument: str, rules: Sequence[Block]) -> Answer:
    defaults = [settled(rule.block("apply_server_side_encryption_by_default")) for rule in rules]
    default = next((block for block in defaults if block is not None), None)
    if default is None:
        # Rules about something else: S3 encrypts with its own key.
        return _found(_BY_SERVICE)
    made = {"SSEAlgorithm": settled(default.text("sse_algorithm")) or ""}
    if made["SSEAlgorithm"].startswith("aws:kms"):
        made["KMSMasterKeyID"] = _key(bucket, user, argument, default.value("kms_master_key_id"))
    return _found(made)


def _found(default: dict[str, str]) -> Answer:
    return Found({"Rules": [{"ApplyServerSideEncryptionByDefault": default}]})


def _key(bucket: DeclaredBucket, user: Declared, argument: str, value: object) -> str:
    """Return the id of the key, empty where none is named; raises `NotSettled` where nothing is known of it."""
    key = key_of(bucket.code, user, value, argument)
    if isinstance(key, Unknown):
        # Which of several keys or aliases it is matters little: AWS's own are never declared.
        found = bucket.code.named(key, user, (*KEYS, "aws_kms_alias"))
        if isinstance(found, Unknown) or not found:
            raise NotSettled(key)
        return NOT_KNOWN
    return key or ""


def _by_service(_: DeclaredBucket) -> Answer:
    return _found(_BY_SERVICE)


ENCRYPTION = Question(
    "aws_s3_bucket_server_side_encryption_configuration", _separate, _inline, _by_service, removed=_by_service
)
