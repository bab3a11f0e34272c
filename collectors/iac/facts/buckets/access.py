"""Who may reach a bucket beside its policy: the public access block, ownership of objects, the ACL."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ....aws.answers import Answer, Found, NotSet
from ...block import Block
from ...declared import Declared
from .asked import DeclaredBucket, Question
from .settled import needed, settled

BLOCK_SETTINGS: Mapping[str, str] = {
    "block_public_acls": "BlockPublicAcls",
    "ignore_public_acls": "IgnorePublicAcls",
    "block_public_policy": "BlockPublicPolicy",
    "restrict_public_buckets": "RestrictPublicBuckets",
}
_ACL = "aws_s3_bucket_acl"
_GROUPS = "http://acs.amazonaws.com/groups"
_EVERYBODY = f"{_GROUPS}/global/AllUsers"
_CANNED: Mapping[str, str] = {
    "public-read": _EVERYBODY,
    "public-read-write": _EVERYBODY,
    "authenticated-read": f"{_GROUPS}/global/AuthenticatedUsers",
    "log-delivery-write": f"{_GROUPS}/s3/LogDelivery",
}
_OWNER = "owner"


def public_access_block(arguments: Block) -> Found:
    """Answer what a public access block sets; what it leaves out is off."""
    return Found({member: bool(settled(arguments.flag(name))) for name, member in BLOCK_SETTINGS.items()})


def _ownership(setting: Declared) -> Answer:
    rules = needed(setting.arguments, "rule")
    return Found({"Rules": [{"ObjectOwnership": settled(rule.text("object_ownership"))} for rule in rules]})


def _default_ownership(bucket: DeclaredBucket) -> Answer:
    """Answer that lists have no effect, unless the code writes one: who writes it means it to count."""
    settings, declared = bucket.settings, bucket.declared
    written = settings.of(declared, _ACL) or settings.doubts(declared, _ACL)
    is_enforced = not written and declared.values.get("acl") is None and not declared.values.get("grant")
    return Found({"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}) if is_enforced else NotSet()


def _acl(bucket: DeclaredBucket, setting: Declared) -> Answer:
    acl = settled(setting.arguments.text("acl"))
    if acl is not None:
        return _canned(acl)
    policy = needed(setting.arguments, "access_control_policy")[0]
    owner = settled(policy.block("owner"))
    grants = [settled(grant.block("grantee")) for grant in settled(policy.blocks("grant"))]
    id_ = settled(owner.text("id")) if owner is not None else None
    return _list(id_ or _OWNER, (grantee for grantee in grants if grantee is not None))


def _inline_acl(bucket: DeclaredBucket) -> Answer | None:
    arguments = bucket.declared.arguments
    acl, grants = settled(arguments.text("acl")), settled(arguments.blocks("grant"))
    if grants:
        return _list(_owner_among(grants, bucket), grants)
    return None if acl is None else _canned(acl)


def _owner_among(grants: list[Block], bucket: DeclaredBucket) -> str:
    """Return the canonical id of the account where the code tells it, or where only one is given full control."""
    owner = bucket.site.listing.owner
    ids = {settled(grant.text("id")) for grant in grants if _is_full(grant)} - {None}
    return owner or (str(ids.pop()) if len(ids) == 1 else _OWNER)


def _is_full(grant: Block) -> bool:
    return "FULL_CONTROL" in (settled(grant.texts("permissions")) or [])


def _canned(acl: str) -> Answer:
    group = _CANNED.get(acl)
    return _answer(_OWNER, [{"Type": "Group", "URI": group}] if group else [])


def _list(owner: str, grantees: Iterable[Block]) -> Answer:
    members = {"type": "Type", "id": "ID", "uri": "URI", "email_address": "EmailAddress"}
    return _answer(
        owner,
        [{member: settled(grantee.text(name)) for name, member in members.items()} for grantee in grantees],
    )


def _answer(owner: str, grantees: list[dict[str, Any]]) -> Answer:
    return Found({"Owner": {"ID": owner}, "Grants": [{"Grantee": grantee} for grantee in grantees]})


PUBLIC_ACCESS = Question(
    "aws_s3_bucket_public_access_block",
    lambda _, setting: public_access_block(setting.arguments),
    lambda _: None,
    lambda _: Found(dict.fromkeys(BLOCK_SETTINGS.values(), True)),
    removed=lambda _: NotSet(),
)
OWNERSHIP = Question(
    "aws_s3_bucket_ownership_controls",
    lambda _, setting: _ownership(setting),
    lambda _: None,
    _default_ownership,
    removed=lambda _: NotSet(),
)
ACL = Question(_ACL, _acl, _inline_acl, lambda _: _canned("private"), removed=_inline_acl)
