"""One read that the collector may make; what is not listed as an operation cannot be called (see `guard`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Operation:
    """One API operation, the permission that it needs and the facts that hang on it."""

    service: str
    """As boto3 names it."""
    name: str
    action: str = ""
    """The IAM action that allows it; empty where nothing has to be granted to the identity that reads."""
    holds: str = ""
    """The member of the answer that counts; empty where it is the whole answer."""
    absent: frozenset[str] = frozenset()
    """Error codes that prove that nothing is set."""
    fields: tuple[str, ...] = ()
    """`kind.field` that may stay unread without it."""

    @property
    def label(self) -> str:
        """The operation as the ledger and the unread fields name it."""
        return f"{self.service}:{self.name}"


CALLER = Operation(
    "sts",
    "GetCallerIdentity",
    "sts:GetCallerIdentity",
    fields=(
        "storage_bucket.account_id",
        "storage_bucket.external_principals",
        "storage_bucket.public_access_block",
    ),
)
#: Made with the identity that takes on the role, so the role itself needs no right to it.
ASSUME_ROLE = Operation("sts", "AssumeRole")


def permissions(operations: Iterable[Operation]) -> list[str]:
    """Return the IAM actions that the operations need, sorted."""
    return sorted({operation.action for operation in operations if operation.action})


def policy_document(operations: Iterable[Operation]) -> dict[str, Any]:
    """Return the smallest IAM policy under which every operation is allowed."""
    statement = {
        "Sid": "AssayReadsConfiguration",
        "Effect": "Allow",
        "Action": permissions(operations),
        "Resource": "*",
    }
    return {"Version": "2012-10-17", "Statement": [statement]}
