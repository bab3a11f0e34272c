"""Who holds policies: roles, users, groups and permission sets of the code, with all that is attached to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from assay.collector import Resource

from ....aws.permissions import Principal, Rights, Unread, any_partition
from ....aws.policy import Statement
from ...code import Code
from ...declared import Declared
from ...ids import identified
from .documents import Document
from .stand_ins import stand_in

#: Sort of holder to its type.
SORTS: Mapping[str, str] = {
    "role": "aws_iam_role",
    "user": "aws_iam_user",
    "group": "aws_iam_group",
    "permission_set": "aws_ssoadmin_permission_set",
}
_SERVICES = {"permission_set": ("sso", "permission-set")}


@dataclass
class Holder:
    """One of them."""

    sort: str
    declared: Declared
    resource: Resource
    """As an account of the estate."""
    name: str | None
    account: str | None
    stand_in: str
    """An ARN like the one that it will have."""
    documents: list[Document] = field(default_factory=list)
    groups: list[Holder] = field(default_factory=list)
    unread: Unread | None = None
    """Why some of its policies are not known: a group, or an attachment that does not tell whose it is."""
    boundary: Document | None = None

    @property
    def id(self) -> str:
        """Its id, by which grants name it."""
        return self.resource.id

    @cached_property
    def held(self) -> list[Document]:
        """All its documents, with those of its groups."""
        return [*self.documents, *(document for group in self.groups for document in group.documents)]

    @cached_property
    def rights(self) -> Rights:
        """What its policies say for certain."""
        unread = [self.unread, *(group.unread for group in self.groups)]
        may_deny = [*unread, *(document.unread for document in self.held if not document.is_managed)]
        return Rights(
            statements=[statement for document in self.held for statement in document.statements],
            unread=_first([*unread, *(document.unread for document in self.held)]),
            boundary=None if self.boundary is None else self.boundary.unread or self.boundary.statements,
            may_deny=_first(may_deny),
            is_extract=any(document.is_managed for document in self.held),
        )

    @cached_property
    def possible(self) -> list[Statement]:
        """What its policies may say besides."""
        return [statement for document in self.held for statement in document.possible]

    @property
    def principal(self) -> Principal:
        """How its own policies may name it."""
        arn = self.declared.values.get("arn")
        names = {self.stand_in, *([arn] if isinstance(arn, str) else ())}
        return Principal(self.sort, self.name, self.account, frozenset(map(any_partition, names)))


def holder(code: Code, sort: str, declared: Declared) -> Holder:
    """Return a declared resource as a holder, with nothing attached yet."""
    name = name_of(declared)
    service, type_ = _SERVICES.get(sort, ("iam", sort))
    resource = identified(code, declared, service, type_, name)
    return Holder(sort, declared, resource, name, code.account_of(declared), stand_in(code, declared))


def name_of(declared: Declared, argument: str = "name") -> str | None:
    """Return the name of a resource where it is known."""
    name = declared.arguments.text(argument)
    return name if isinstance(name, str) else None


def _first(reasons: list[Unread | None]) -> Unread | None:
    return next((reason for reason in reasons if reason is not None), None)
