"""Everything in code that gives a policy to somebody, with whom it is given to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ....aws.permissions import Unread
from ...block import Block
from ...code import Code
from ...declared import Declared
from ...value import Unknown
from .documents import UNNAMED, Document, named, one_named, written
from .holders import SORTS
from .meaning import items_of, meant


class _Shape(NamedTuple):
    """One type that gives policies to holders."""

    type: str
    sort: str
    holder: str
    """Argument that names the holder, or the holders."""
    policy: str
    """Argument that holds the policy, or names it."""
    is_inline: bool = False


_SHAPES = [
    *(_Shape(f"aws_iam_{sort}_policy", sort, sort, "policy", is_inline=True) for sort in ("role", "user", "group")),
    *(_Shape(f"aws_iam_{sort}_policy_attachment", sort, sort, "policy_arn") for sort in ("role", "user", "group")),
    *(_Shape("aws_iam_policy_attachment", sort, f"{sort}s", "policy_arn") for sort in ("role", "user", "group")),
    *(
        _Shape(f"aws_iam_{sort}_policy_attachments_exclusive", sort, f"{sort}_name", "policy_arns")
        for sort in ("role", "user", "group")
    ),
    _Shape(
        "aws_ssoadmin_permission_set_inline_policy",
        "permission_set",
        "permission_set_arn",
        "inline_policy",
        is_inline=True,
    ),
    _Shape("aws_ssoadmin_managed_policy_attachment", "permission_set", "permission_set_arn", "managed_policy_arn"),
    _Shape("aws_ssoadmin_customer_managed_policy_attachment", "permission_set", "permission_set_arn", ""),
]


@dataclass(frozen=True)
class Attachment:
    """One policy given to one holder, or to somebody who is not in the code."""

    declared: Declared
    """Where it is written: a resource of its own, or the holder."""
    sort: str
    holder: Declared | None
    """None where the holder is not in the code, or not known."""
    named: str | None
    """What the code calls a holder that is not in it."""
    document: Document
    is_inside: bool = False
    """Whether it is written inside its holder."""


def attachments(code: Code) -> Iterator[Attachment]:
    """Yield all of them, in the order of the types."""
    for shape in _SHAPES:
        for declared in code.of(shape.type):
            yield from _of_shape(code, shape, declared)
    for sort, type_ in SORTS.items():
        for declared in code.of(type_):
            yield from (Attachment(declared, sort, declared, None, d, True) for d in _inside(code, declared))


def _of_shape(code: Code, shape: _Shape, declared: Declared) -> Iterator[Attachment]:
    holders = list(_holders(code, shape, declared))
    if not holders:
        return
    for document in _documents(code, shape, declared):
        for holder, name in holders:
            yield Attachment(declared, shape.sort, holder, name, document)


def _holders(code: Code, shape: _Shape, declared: Declared) -> Iterator[tuple[Declared | None, str | None]]:
    """Yield who is meant, in the code or by name."""
    for item in items_of(declared, shape.holder):
        found = meant(code, declared, shape.holder, item, (SORTS[shape.sort],))
        if isinstance(found, Unknown):
            yield None, None
        elif found:
            yield from ((holder, None) for holder in found)
        else:
            yield None, item if isinstance(item, str) else None


def _documents(code: Code, shape: _Shape, declared: Declared) -> Iterator[Document]:
    if not shape.policy:
        yield from by_reference(code, declared, declared.arguments)
    elif shape.is_inline:
        name = declared.arguments.text("name")
        value = declared.values.get(shape.policy)
        yield written(code, declared, value, shape.policy, name if isinstance(name, str) else declared.address)
    else:
        yield from named(code, declared, shape.policy)


def by_reference(code: Code, declared: Declared, outer: Block) -> Iterator[Document]:
    """Yield the policy of which a block gives the name."""
    argument = "customer_managed_policy_reference"
    block = outer.block(argument)
    name = block.value("name") if isinstance(block, Block) else block
    yield from one_named(code, declared, argument, name)


def _inside(code: Code, declared: Declared) -> Iterator[Document]:
    """Yield what a role, or a user or group of a template, holds inside itself."""
    if not _is_reflected(code, declared, "aws_iam_role_policy"):
        blocks = declared.arguments.blocks("inline_policy")
        if isinstance(blocks, Unknown):
            yield Document(UNNAMED, unread=Unread(blocks.reason, "inline_policy"))
        else:
            for block in blocks:
                yield from _inline(code, declared, block)
    if not _is_reflected(code, declared, "aws_iam_role_policy_attachment"):
        yield from named(code, declared, "managed_policy_arns")


def _is_reflected(code: Code, declared: Declared, type_: str) -> bool:
    """Whether a role that exists shows by itself what resources of a type have given to it, perhaps long ago."""
    return not declared.is_new and bool(code.users(declared, "role", type_))


def _inline(code: Code, declared: Declared, block: Block) -> Iterator[Document]:
    """Yield an inline policy; an empty block is the way to say that there is to be none."""
    policy, name = block.value("policy"), block.text("name")
    if policy is not None:
        yield written(code, declared, policy, "inline_policy", name if isinstance(name, str) else "inline")
