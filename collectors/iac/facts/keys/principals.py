"""Who stands behind a principal of a key's policy: by what id, and whether in the account of the key."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ...code import Code
from ...declared import Declared
from ...ids import identified
from ..iam.own_account import HERE, with_own_account
from ..tokens import references_of

_IDENTITIES = {
    "aws_iam_role": "role",
    "aws_iam_service_linked_role": "role",
    "aws_iam_user": "user",
    "data.aws_iam_role": "role",
    "data.aws_iam_user": "user",
}
_ACCOUNT = re.compile("[0-9]{12}")
_ARN = re.compile(r"arn:(?:[^:<]*|<[^>]*>):(?:iam|sts)::(?P<account><[^>]*>|[^:]*):(?P<rest>.+)")
_IDENTITY = re.compile(r"(?P<type>role|user)/(?:.*/)?(?P<name>[^/<>*?]+)")


@dataclass(frozen=True)
class Principal:
    """One principal; `is_own` is None where the account of the key is not known."""

    id: str
    """Id of the identity, account id of a root, else as it is written."""
    written: str
    is_own: bool | None


def principals(code: Code, key: Declared, written: Iterable[str]) -> list[Principal] | None:
    """Return who stands behind what a policy names, or None where one of them is not known."""
    found = [_principal(code, key, text) for text in sorted(written)]
    known = [principal for principal in found if principal is not None]
    return known if len(known) == len(found) else None


def may_be_anybody(code: Code, key: Declared, text: str) -> bool:
    """Say whether a principal that is not known may turn out to be `*`."""
    return text.startswith("<") and not any(code.resolve(reference, key) for reference in references_of(text))


def _principal(code: Code, key: Declared, written: str) -> Principal | None:
    own = code.account_of(key)
    text = with_own_account(code, key, written)
    if _ACCOUNT.fullmatch(text) or text == HERE:
        return _root(text, text, own)
    match = _ARN.fullmatch(text)
    if match:
        return _of_arn(match, text, own)
    return _declared(code, key, text) if "<" in text else Principal(text, text, False)


def _of_arn(match: re.Match[str], text: str, own: str | None) -> Principal | None:
    account, rest = match["account"], match["rest"]
    if "<" in account and account != HERE:
        return None
    if rest == "root":
        return _root(account, text, own)
    identity = _IDENTITY.fullmatch(rest)
    if identity is None:
        return None if "<" in rest else Principal(text, text, _is_own(account, own))
    short = f"iam:{identity['type']}/{identity['name']}"
    return Principal(f"aws:{short}" if account == HERE else f"aws:{account}:{short}", text, _is_own(account, own))


def _root(account: str, text: str, own: str | None) -> Principal:
    """Return the account itself; one spelling for all, or the same principal would look like two."""
    return Principal(f"arn:aws:iam::{HERE}:root" if account == HERE else account, text, _is_own(account, own))


def _is_own(account: str, own: str | None) -> bool | None:
    if account == HERE:
        return True
    return None if own is None else account == own


def _declared(code: Code, key: Declared, text: str) -> Principal | None:
    """Return the role or user of this code that a token names."""
    references = references_of(text)
    if len(references) != 1 or references[0].attribute not in ("arn", "id"):
        return None
    found = [one for one in code.resolve(references[0], key) if one.type in _IDENTITIES]
    if len(found) != 1:
        return None
    type_, name = _IDENTITIES[found[0].type], found[0].arguments.text("name")
    resource = identified(code, found[0], "iam", type_, name if isinstance(name, str) else None)
    short = next((alias for alias in resource.aliases if alias.startswith("aws:iam:")), resource.id)
    account, own = code.account_of(found[0]), code.account_of(key)
    is_own = account == own if (account is None) == (own is None) else None
    return Principal(resource.id if resource.id.startswith("aws:") else short, account or resource.id, is_own)
