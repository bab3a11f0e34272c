"""Policies that are given to somebody: one grant for each policy and holder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assay.collector import Resource

from ....aws.permissions import Unread
from ...code import Code
from .attachments import Attachment
from .documents import UNNAMED
from .estate import Estate
from .flags import Flags, flags_of, tell
from .holders import Holder


@dataclass(frozen=True)
class Grant:
    """One of them, with what it contributes."""

    attachment: Attachment
    resource: Resource
    flags: Flags | Unread


def grants(code: Code, estate: Estate) -> Iterator[Grant]:
    """Yield all of them."""
    for attachment in estate.attachments:
        holder = estate.holder_of(attachment)
        flags = flags_of(attachment.document, holder.rights) if holder else flags_of(attachment.document)
        resource = Resource(_id(code, attachment, holder), attachment.document.name, location=attachment.declared.place)
        resource.state("is_role_trust", False)
        resource.state("attached", True)
        _state_holder(code, resource, attachment, holder)
        tell(resource, flags)
        yield Grant(attachment, resource, flags)


def _id(code: Code, attachment: Attachment, holder: Holder | None) -> str:
    """Return the id: that of the holder with the name of the policy, else the address."""
    policy = attachment.document.name
    if holder is not None and holder.name is not None and policy != UNNAMED:
        return f"{holder.id}:policy/{policy}"
    return f"{code.prefix}:{attachment.declared.address}"


def _state_holder(code: Code, resource: Resource, attachment: Attachment, holder: Holder | None) -> None:
    resource.state("principal_type", "group" if attachment.sort == "group" else "account")
    resource.state("via", "group" if attachment.sort == "group" else "direct")
    if holder is not None:
        resource.state("principal_id", holder.id)
    elif attachment.named is not None:
        account = code.account_of(attachment.declared)
        resource.state(
            "principal_id",
            f"aws:{account or ''}:iam:{attachment.sort}/{attachment.named}" if account else attachment.named,
        )
    else:
        resource.miss("principal_id", "known_after_apply", attachment.sort)
