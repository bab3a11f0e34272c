"""What lets principals in to a key: its policy, wherever the code writes it, and the grants on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ....aws.policy import MalformedPolicy, Statement, parse
from ...code import Code
from ...declared import Declared
from ...policy_documents import NOT_KNOWN, policy_text
from ...value import Unknown, references_in
from ..iam.own_account import HERE
from ..key_links import KEYS, key_id, key_of
from ..telling import DEFAULT

_POLICY = "aws_kms_key_policy"
_GRANT = "aws_kms_grant"


@dataclass(frozen=True)
class KeyPolicy:
    """The statements of a policy; `basis` where they are those that every new key gets."""

    statements: Sequence[Statement]
    basis: str | None = None


class Attached:
    """The separate policies and grants of a code, by the key that they are set on."""

    def __init__(self, code: Code) -> None:
        self._of: dict[tuple[str, str], list[Declared]] = defaultdict(list)
        self._may_be_of_any: set[str] = set()
        for declared in code.of(_POLICY, _GRANT):
            key = key_of(code, declared, declared.values.get("key_id"), "key_id")
            if isinstance(key, str):
                self._of[declared.type, key].append(declared)
            elif not _is_elsewhere(code, declared):
                self._may_be_of_any.add(declared.type)

    def policy_of(self, code: Code, key: Declared) -> KeyPolicy | Unknown:
        """Return the policy of a key; a separate `aws_kms_key_policy` replaces what the key itself says."""
        separate = self._of[_POLICY, key_id(code, key)]
        if len(separate) > 1:
            return Unknown(operation=_POLICY)
        text = policy_text(code, separate[0] if separate else key, "policy")
        if isinstance(text, str):
            return _parsed(text)
        if text is None and _POLICY in self._may_be_of_any:
            return Unknown(operation=_POLICY)
        if text is None and key.is_new:
            return KeyPolicy([_root(code, key)], DEFAULT)
        return text or Unknown("not_in_source", operation="policy")

    def grants_on(self, code: Code, key: Declared) -> list[Statement] | Unknown:
        """Return the grants on a key, as statements that say the same."""
        if _GRANT in self._may_be_of_any:
            return Unknown(operation=_GRANT)
        return [_as_statement(grant) for grant in self._of[_GRANT, key_id(code, key)]]


def _is_elsewhere(code: Code, declared: Declared) -> bool:
    """Say whether it is set on a key that is looked up, not on one of this code."""
    references = references_in(declared.values.get("key_id"))
    found = [one for reference in references for one in code.resolve(reference, declared)]
    return bool(found) and all(one.type not in KEYS for one in found)


def _parsed(text: str) -> KeyPolicy | Unknown:
    try:
        return KeyPolicy(parse(text))
    except MalformedPolicy:
        return Unknown("known_after_apply" if NOT_KNOWN in text else "corrupt", operation="policy")


def _root(code: Code, key: Declared) -> Statement:
    """Return the only statement of the policy that a key gets when none is given."""
    account = code.account_of(key) or HERE
    return _allow(f"arn:{code.partition_of(key)}:iam::{account}:root", ["kms:*"])


def _as_statement(grant: Declared) -> Statement:
    operations = grant.arguments.texts("operations")
    listed = operations if isinstance(operations, list) else [NOT_KNOWN]
    return _allow(_grantee(grant), [f"kms:{operation.lower()}" for operation in listed])


def _grantee(grant: Declared) -> str:
    match grant.arguments.text("grantee_principal"):
        case str(principal):
            return principal
        case Unknown(references=(reference,)):
            return f"<{reference.address}.{reference.attribute}>"
        case _:
            return NOT_KNOWN


def _allow(principal: str, actions: Sequence[str]) -> Statement:
    return Statement(
        denies=False,
        principals=frozenset({("AWS", principal)}),
        all_but_principals=False,
        actions=tuple(actions),
        resources=("*",),
        conditions=(),
    )
