"""Lifecycle rules as code writes them; a piece that is not known stays open, the rest of its rule stands."""

from __future__ import annotations

from typing import Any

from ....aws.answers import Answer, Found, NotSet, Unread
from ...block import Block
from ...declared import Declared
from ...value import Unknown
from .asked import DeclaredBucket, Question
from .settled import leaf, needed, settled, unread

Raw = dict[str, Any]


def _separate(_: DeclaredBucket, setting: Declared) -> Answer:
    return Found([_rule(rule) for rule in needed(setting.arguments, "rule")])


def _inline(bucket: DeclaredBucket) -> Answer | None:
    rules = settled(bucket.declared.arguments.blocks("lifecycle_rule"))
    if rules:
        return Found([_inline_rule(rule) for rule in rules])
    return None if bucket.declared.values.get("lifecycle_rule") is None else NotSet()


def _rule(rule: Block) -> Raw:
    return {
        "ID": _name(rule),
        "Status": leaf(rule.text("status"), "rule.status"),
        "Prefix": leaf(rule.text("prefix") or "", "rule.prefix"),
        "Filter": _filter(rule.block("filter")),
        "Expiration": _expiration(rule.block("expiration")),
        "NoncurrentVersionExpiration": _part(
            rule.block("noncurrent_version_expiration"),
            {"noncurrent_days": "NoncurrentDays", "newer_noncurrent_versions": "NewerNoncurrentVersions"},
        ),
        "AbortIncompleteMultipartUpload": _part(
            rule.block("abort_incomplete_multipart_upload"), {"days_after_initiation": "DaysAfterInitiation"}
        ),
    }


def _inline_rule(rule: Block) -> Raw:
    enabled = rule.flag("enabled")
    tags = rule.value("tags")
    return {
        "ID": _name(rule),
        "Status": leaf(enabled if isinstance(enabled, Unknown) else _status(enabled), "lifecycle_rule.enabled"),
        "Filter": {
            "Prefix": leaf(rule.text("prefix") or "", "lifecycle_rule.prefix"),
            **({"Tags": tags} if tags else {}),
        },
        "Expiration": _expiration(rule.block("expiration")),
        "NoncurrentVersionExpiration": _part(rule.block("noncurrent_version_expiration"), {"days": "NoncurrentDays"}),
        "AbortIncompleteMultipartUpload": _numbers(
            rule, {"abort_incomplete_multipart_upload_days": "DaysAfterInitiation"}
        ),
    }


def _status(enabled: bool | None) -> str:
    return "Enabled" if enabled else "Disabled"


def _name(rule: Block) -> str:
    name = rule.text("id")
    return name if isinstance(name, str) else ""


def _filter(block: Block | Unknown | None) -> Raw | Unread:
    if block is None:
        return {}
    both = block if isinstance(block, Unknown) else block.block("and")
    if isinstance(block, Unknown) or isinstance(both, Unknown):
        return unread(Unknown(), "rule.filter")
    made = _limits(block)
    return made if both is None else made | _limits(both)


def _limits(block: Block) -> Raw:
    """Return what a filter, or the `and` in it, lets pass; what is empty limits nothing."""
    made: Raw = {"Prefix": leaf(block.text("prefix") or "", "rule.filter.prefix")}
    sizes = {"object_size_greater_than": "ObjectSizeGreaterThan", "object_size_less_than": "ObjectSizeLessThan"}
    made |= _numbers(block, sizes)
    for name in ("tag", "tags"):
        if block.value(name):
            made[name] = True
    return made


def _expiration(block: Block | Unknown | None) -> Raw:
    made = _part(block, {"days": "Days"})
    if isinstance(block, Block) and block.value("date"):
        made["Date"] = block.value("date")
    return made


def _part(block: Block | Unknown | None, members: dict[str, str]) -> Raw:
    if block is None:
        return {}
    if isinstance(block, Unknown):
        return {member: leaf(block, "rule") for member in members.values()}
    return _numbers(block, members)


def _numbers(block: Block, members: dict[str, str]) -> Raw:
    """Return the numbers that are set; zero is as good as none."""
    found = {member: block.number(name) for name, member in members.items()}
    return {member: leaf(number, f"rule.{member}") for member, number in found.items() if number}


def _none(_: DeclaredBucket) -> Answer:
    return NotSet()


LIFECYCLE = Question("aws_s3_bucket_lifecycle_configuration", _separate, _inline, _none, removed=_none)
