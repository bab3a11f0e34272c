"""What declared buckets have in common: their account, its public access block, its trails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ....aws.answers import Answer, Found, NotSet, Unread
from ....aws.dialect import AWS
from ....aws.s3.listing import Listing
from ....aws.s3.site import Site
from ...code import Code
from ...declared import Declared
from ..keys.principals import principals
from .access import public_access_block
from .naming import Named
from .settled import NotSettled, unread
from .trails import TrailsOf, trails_of

_BLOCK = "aws_s3_account_public_access_block"
_UNKNOWN = Unread("not_in_source", "account")


@dataclass(frozen=True)
class Account:
    """What the code says of an account, read once for all its buckets."""

    code: Code
    id: str | None
    block: Answer
    trails: tuple[tuple[Declared, bool], ...]
    """Each with whether something of it is not known."""
    owner: str
    """The canonical id, empty where the code does not tell it."""


def account(code: Code, id_: str | None) -> Account:
    """Return what the code says of an account."""
    owners = {owner.values.get("id") for owner in code.of("data.aws_canonical_user_id")}
    owner = owners.pop() if len(owners) == 1 else None
    return Account(code, id_, _block(code, id_), trails_of(code, id_), owner if isinstance(owner, str) else "")


@dataclass(frozen=True)
class DeclaredSite(Site):
    """The place of one declared bucket."""

    bucket: Named

    def id_of(self, bucket: str) -> str:
        """Return the id of a bucket by its name, or by what stands for the name."""
        if bucket.startswith("<"):
            return f"{self.bucket.code.prefix}:{bucket[1:-1].removesuffix('.id')}"
        return self.listing.id_of(bucket)

    def is_own(self, principal: str) -> bool:
        """Whether a principal belongs to the account, which the code may name without its number."""
        found = principals(self.bucket.code, self.bucket.declared, [principal]) or []
        return principal == self.listing.owner or any(one.is_own for one in found)


def site(bucket: Named, owner: Account) -> DeclaredSite:
    """Return the place of a bucket in its account."""
    return DeclaredSite(
        listing=Listing("", AWS, owner.owner, {}),
        account=owner.id or _UNKNOWN,
        partition=bucket.code.partition_of(bucket.declared),
        address="",
        block=owner.block,
        trails=TrailsOf(bucket, owner.trails),
        bucket=bucket,
    )


def _block(code: Code, id_: str | None) -> Answer:
    """Answer the public access block of an account as far as the code sets one; it may be set elsewhere too."""
    on: Mapping[str, Any] = {}
    for block in code.of(_BLOCK):
        named = block.arguments.text("account_id")
        if isinstance(named, str) and id_ is None:
            return _UNKNOWN
        if (named if isinstance(named, str) else code.account_of(block)) == id_:
            answer = _settled_block(block)
            if isinstance(answer, Unread):
                return answer
            on = {**on, **{name: True for name, value in answer.value.items() if value}}
    return Found(on) if on else NotSet()


def _settled_block(block: Declared) -> Found | Unread:
    try:
        return public_access_block(block.arguments)
    except NotSettled as missing:
        return unread(missing.unknown, block.address)
