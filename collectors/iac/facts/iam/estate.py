"""All holders of the code with all that is attached to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from ....aws.permissions import Unread
from ...block import Block
from ...code import Code
from ...declared import Declared
from ...value import Unknown
from .attachments import Attachment, attachments, by_reference
from .documents import UNNAMED, Document, named, one_named
from .holders import SORTS, Holder, holder
from .meaning import items_of, meant

_MEMBERSHIPS = (("aws_iam_user_group_membership", "user", "groups"), ("aws_iam_group_membership", "users", "group"))


class Estate:
    """Who holds what, by the address of the holder."""

    def __init__(self, code: Code) -> None:
        self.code = code
        self.attachments: list[Attachment] = list(attachments(code))
        found = ((sort, declared) for sort, type_ in SORTS.items() for declared in code.of(type_))
        self._holders = {(sort, one.address): holder(code, sort, one) for sort, one in found}
        self._open: dict[str, Unread] = {}
        for attachment in self.attachments:
            self._attach(attachment)
        for type_, users, groups in _MEMBERSHIPS:
            for membership in code.of(type_):
                self._join(membership, users, groups)
        for one in self._holders.values():
            one.boundary = next(_boundary(code, one), None)
            one.unread = one.unread or self._open.get(one.sort)

    @cached_property
    def loose(self) -> Unread | None:
        """Why it is not known which policy somebody gets: any may be meant."""
        unread = (a.document.unread for a in self.attachments if a.document.name == UNNAMED)
        return next((reason for reason in unread if reason is not None), None)

    @property
    def holders(self) -> Iterable[Holder]:
        """All of them."""
        return self._holders.values()

    def holder_of(self, attachment: Attachment) -> Holder | None:
        """Return who holds an attached policy, where the holder is in the code."""
        if attachment.holder is None:
            return None
        return self._holders[attachment.sort, attachment.holder.address]

    def _attach(self, attachment: Attachment) -> None:
        one = self.holder_of(attachment)
        if one is not None:
            one.documents.append(attachment.document)
        elif attachment.named is None:
            # It may be anybody's, so nobody's policies are wholly known.
            self._open[attachment.sort] = Unread("known_after_apply", attachment.declared.address)

    def _join(self, membership: Declared, users: str, groups: str) -> None:
        """Put users into groups; a group that is not in the code has policies that are not known."""
        members = list(self._named(membership, users, "user"))
        joined = list(self._named(membership, groups, "group"))
        if None in members:
            self._open["user"] = Unread("known_after_apply", membership.address)
        for user in members:
            if user is not None:
                user.groups += [group for group in joined if group is not None]
                if None in joined:
                    user.unread = Unread("not_in_source", groups)

    def _named(self, membership: Declared, argument: str, sort: str) -> Iterator[Holder | None]:
        for item in items_of(membership, argument):
            found = meant(self.code, membership, argument, item, (SORTS[sort],))
            if isinstance(found, Unknown) or not found:
                # A user by name who is not in the code is nobody's concern here.
                if isinstance(found, Unknown) or sort == "group":
                    yield None
            else:
                yield from (self._holders[sort, one.address] for one in found)


def _boundary(code: Code, one: Holder) -> Iterator[Document]:
    if one.sort == "permission_set":
        for declared in code.users(one.declared, "permission_set_arn", "aws_ssoadmin_permissions_boundary_attachment"):
            yield from _boundary_of_set(code, declared)
    elif one.sort in ("role", "user"):
        yield from named(code, one.declared, "permissions_boundary")


def _boundary_of_set(code: Code, declared: Declared) -> Iterator[Document]:
    block = declared.arguments.block("permissions_boundary")
    if isinstance(block, Block) and block.value("managed_policy_arn") is None:
        yield from by_reference(code, declared, block)
    else:
        arn = block.value("managed_policy_arn") if isinstance(block, Block) else block
        yield from one_named(code, declared, "permissions_boundary", arn)


@lru_cache(maxsize=1)
def estate_of(code: Code) -> Estate:
    """Return the holders of the code, which several builders ask for one after the other."""
    return Estate(code)
