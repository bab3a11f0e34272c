"""One policy of a principal as code writes it: its statements, and what of it is not known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from ....aws.permissions import Unread, definition, managed_name
from ....aws.policy import MalformedPolicy, Statement, parse_identity
from ...code import Code
from ...declared import Declared
from ...policy_documents import NOT_KNOWN, text_of
from ...value import Unknown
from .meaning import items_of, meant
from .own_account import with_own_account
from .stand_ins import with_stand_in

POLICIES = ("aws_iam_policy", "data.aws_iam_policy")

UNNAMED = "?"
"""Name of a policy that is not known."""

_TOKEN = re.compile("<[^<>]*>")


@dataclass(frozen=True)
class Document:
    """What one policy says."""

    name: str
    statements: Sequence[Statement] = ()
    """What it says for certain."""
    possible: Sequence[Statement] = ()
    """What it may say besides, read as widely as it may turn out."""
    unread: Unread | None = None
    """Why it could not be read."""
    address: str | None = None
    """Address of the policy in the code that it is, if any."""
    is_managed: bool = False
    """Whether AWS keeps it, so that the shipped extract is all that is known of it."""


def written(code: Code, user: Declared, value: Any, argument: str, name: str) -> Document:
    """Return the document that an argument holds as text."""
    text = text_of(code, user, value, argument)
    if not isinstance(text, str):
        reason = text.reason if isinstance(text, Unknown) else "not_in_source"
        return Document(name, unread=Unread(reason, argument))
    text = with_own_account(code, user, plain(text), "*")
    try:
        statements = _parsed(text)
    except MalformedPolicy:
        return Document(name, unread=Unread("known_after_apply" if NOT_KNOWN in text else "corrupt", argument))
    if "<" not in text:
        return Document(name, statements)
    certain = [_narrowest(statement, code, user) for statement in statements]
    widest = [_widest(statement, code, user) for statement in statements]
    return Document(name, certain, [s for s in widest if s not in certain and not s.denies])


def named(code: Code, user: Declared, argument: str) -> Iterator[Document]:
    """Yield the documents that an argument names by ARN."""
    for item in items_of(user, argument):
        yield from one_named(code, user, argument, item)


def one_named(code: Code, user: Declared, argument: str, item: Any) -> Iterator[Document]:
    """Yield the document, or one of the documents, that an ARN or the name of a policy means."""
    found = meant(code, user, argument, item, POLICIES)
    if isinstance(found, Unknown):
        yield Document(UNNAMED, unread=Unread(found.reason, found.operation or argument))
    elif found:
        yield from (declared(code, policy) for policy in found)
    else:
        yield _outside(item) if isinstance(item, str) else Document(UNNAMED, unread=Unread("not_in_source", argument))


def declared(code: Code, policy: Declared) -> Document:
    """Return the document of a policy resource, or of a data source that reads one."""
    name = policy.arguments.text("name")
    shown = name if isinstance(name, str) else policy.address
    arn = policy.values.get("arn")
    if isinstance(arn, str) and managed_name(arn):
        return _outside(arn)
    if policy.type.startswith("data.") and policy.values.get("policy") is None and definition(shown) is not None:
        return Document(shown, definition(shown) or (), is_managed=True)
    return replace(written(code, policy, policy.values.get("policy"), "policy", shown), address=policy.address)


def _outside(arn: str) -> Document:
    """Return what is known of a policy that is not in the code."""
    managed = managed_name(arn)
    name = managed or arn.rsplit("/", 1)[-1]
    held = definition(managed) if managed else None
    if held is None:
        return Document(name, unread=Unread("not_in_source", name), is_managed=managed is not None)
    return Document(name, held, is_managed=True)


def plain(text: str) -> str:
    """Return a document with its tokens readable; `jsonencode` escapes the signs around them."""
    return text.replace("\\u003c", "<").replace("\\u003e", ">")


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Sequence[Statement]:
    return parse_identity(text)


def _narrowest(statement: Statement, code: Code, user: Declared) -> Statement:
    """Leave out what may turn out to be a wildcard and need not."""
    resources = (with_stand_in(code, user, text) for text in statement.resources)
    return replace(
        statement,
        actions=tuple(action for action in statement.actions if not _TOKEN.search(action)),
        resources=tuple(text for text in resources if text is not None),
    )


def _widest(statement: Statement, code: Code, user: Declared) -> Statement:
    """Read what may turn out to be a wildcard as one."""
    return replace(
        statement,
        actions=tuple(_TOKEN.sub("*", action) for action in statement.actions),
        resources=tuple(with_stand_in(code, user, text) or "*" for text in statement.resources),
    )
